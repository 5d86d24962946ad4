// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Stands in for curl: appends to the file HOOKPOST_RECORD how many arguments it got, each of them,
// and what it read where it was told to read its input. A NUL ends each; sizes come first.

#include <cstdlib>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <string_view>

int main(int argc, char *argv[])
{
    const char *path = std::getenv("HOOKPOST_RECORD"); // NOLINT(concurrency-mt-unsafe)
    if (path == nullptr)
        return 1;
    std::ofstream record(path, std::ios::binary | std::ios::app);
    record << argc - 1 << '\0';
    std::string input;
    for (int i = 1; i < argc; ++i) {
        record << argv[i] << '\0';
        if (std::string_view(argv[i]) == "@-")
            input.assign(std::istreambuf_iterator<char>(std::cin), {});
    }
    record << input.size() << '\0' << input;
    return record ? 0 : 1;
}
