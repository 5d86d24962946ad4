# SPDX-FileCopyrightText: 2026 The Hookpost authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Fails when two headers define one type: cmake -DROOT=<project> -P tests/names.cmake
# No compiler tells; the linker takes the functions of one for those of the other.

file(GLOB_RECURSE headers RELATIVE ${ROOT} ${ROOT}/core/*.h ${ROOT}/ui/*.h ${ROOT}/app/*.h
     ${ROOT}/tests/*.h
)
set(faults 0)
set(count 0)
foreach(header IN LISTS headers)
    set(space "")
    file(STRINGS ${ROOT}/${header} lines REGEX "^(namespace|struct|class|enum) ")
    foreach(line IN LISTS lines)
        if(line MATCHES "^namespace ([A-Za-z:]+) {")
            set(space ${CMAKE_MATCH_1}::)
        elseif(line MATCHES "^(struct|class|enum class|enum) ([A-Za-z:]+)[^;<]*$")
            set(name ${space}${CMAKE_MATCH_2})
            math(EXPR count "${count} + 1")
            if(DEFINED defined_${name})
                message(SEND_ERROR "${header}: ${name} is another type in ${defined_${name}}")
                math(EXPR faults "${faults} + 1")
            endif()
            set(defined_${name} ${header})
        endif()
    endforeach()
endforeach()
if(count LESS 100)
    message(FATAL_ERROR "found only ${count} types below ${ROOT}")
endif()
if(faults GREATER 0)
    message(FATAL_ERROR "${faults} types have a name twice")
endif()
message(STATUS "${count} types, each with a name of its own")
