# SPDX-FileCopyrightText: 2026 The Hookpost authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Fails when an include climbs: cmake -DROOT=<project> -P tests/layers.cmake
# Linking proves nothing here, since Debian's Qt headers share one folder; so the include lines of
# every file are read.

# What each room may include of the house; the longest matching room counts.
set(rooms
    core/base core/model core/store core/http core/intake core/dispatch core/bin core/bookkeeper core/journal
    core/feed core/history core/historyorders core/kinfinder core/logreader core/orders core/configuration
    core/deliveryorders core/export core/resending core/pruner core/settings core/signaturecheck
    core/sweeper core/trialpost core/valuefinder core/namecheck core/figurecounter core/samplereader core/engine ui app
)
set(core/base_may core/base)
set(core/model_may core/base core/model)
set(core/store_may core/base core/model core/store)
set(core/http_may core/base core/model core/http)
set(stations_may core/base core/model core/store/store.h core/store/changes.h core/store/records.h
                 core/store/ledger.h core/store/writer.h core/store/archive.h
)
set(core/intake_may ${stations_may} core/http core/intake core/resending)
set(core/resending_may ${stations_may} core/resending)
set(core/bin_may ${stations_may} core/http core/bin)
set(core/dispatch_may ${stations_may} core/dispatch)
set(core/journal_may ${stations_may} core/journal)
set(core/bookkeeper_may ${stations_may} core/dispatch/dispatcher.h core/feed.h core/bookkeeper)
set(core/pruner_may ${stations_may} core/pruner)
set(core/sweeper_may ${stations_may} core/sweeper)
set(core/samplereader_may ${stations_may} core/samplereader)
set(core/settings_may core/base core/model core/settings)
set(core/feed_may core/base core/model core/feed)
set(core/figurecounter_may ${stations_may} core/samplereader.h core/figurecounter)
set(core/history_may ${stations_may} core/history)
set(core/historyorders_may ${stations_may} core/pruner.h core/historyorders)
set(core/logreader_may ${stations_may} core/logreader)
set(core/orders_may ${stations_may} core/dispatch/addresspolicy.h
                     core/intake/eventreader.h core/orders
)
set(core/deliveryorders_may ${stations_may} core/intake/eventreader.h core/resending
                             core/deliveryorders
)
set(core/configuration_may ${stations_may} core/dispatch/addresspolicy.h core/configuration)
set(core/export_may ${stations_may} core/export)
set(core/trialpost_may ${stations_may} core/dispatch/addresspolicy.h core/intake/eventreader.h
                        core/trialpost
)
set(core/namecheck_may core/base core/model core/dispatch/addresspolicy.h
                        core/dispatch/resolver.h core/namecheck
)
set(core/kinfinder_may ${stations_may} core/kinfinder)
set(core/signaturecheck_may ${stations_may} core/dispatch/signaturejudge.h core/signaturecheck)
set(core/valuefinder_may ${stations_may} core/valuefinder)
set(core/engine_may core)
set(ui_may core/base core/model ui)
set(app_may app ui/mainwindow.h ui/facts.h ui/requests.h core/engine.h core/kinfinder.h core/namecheck.h
            core/configuration/configurator.h
            core/logreader.h core/orders.h core/deliveryorders.h core/historyorders.h
            core/export/exporter.h core/settings.h core/signaturecheck.h core/trialpost.h core/valuefinder.h core/base
            core/model core/figurecounter.h
            core/store/datadirectory.h ui/desk/language.h ui/desk/preferences.h ui/desk/startrefusal.h
)

# Which Qt and system headers are for certain rooms alone.
set(only_QHttpServer "^core/http/")
set(only_QNetworkAccessManager "^core/dispatch/")
set(only_QSql "^core/store/")
set(only_sqlite3 "^core/store/")
set(only_QApplication "^(ui|app/desktop)")
set(only_QWidget "^ui/")
set(only_QDBus "^ui/desk/")

set(faults 0)
file(GLOB_RECURSE files RELATIVE ${ROOT} ${ROOT}/core/*.h ${ROOT}/core/*.cpp ${ROOT}/ui/*.h
     ${ROOT}/ui/*.cpp ${ROOT}/app/*.h ${ROOT}/app/*.cpp
)
list(LENGTH files count)
if(count LESS 10)
    message(FATAL_ERROR "found only ${count} files below ${ROOT}")
endif()
foreach(file IN LISTS files)
    set(room "")
    foreach(candidate IN LISTS rooms)
        if(file MATCHES "^${candidate}[/.]")
            set(room ${candidate})
        endif()
    endforeach()
    if(NOT room)
        message(SEND_ERROR "${file}: lives in no room of tests/layers.cmake")
        math(EXPR faults "${faults} + 1")
        continue()
    endif()
    file(STRINGS ${ROOT}/${file} lines REGEX "^#include [<\"]")
    foreach(line IN LISTS lines)
        string(REGEX REPLACE "^#include [<\"]([^>\"]+)[>\"].*" "\\1" header "${line}")
        if(line MATCHES "^#include \"")
            set(allowed FALSE)
            foreach(may IN LISTS ${room}_may)
                if(header MATCHES "^${may}([/.]|$)")
                    set(allowed TRUE)
                endif()
            endforeach()
        else()
            set(allowed TRUE)
            foreach(special QHttpServer QNetworkAccessManager QSql sqlite3 QApplication QWidget)
                if(header MATCHES "^${special}" AND NOT file MATCHES "${only_${special}}")
                    set(allowed FALSE)
                endif()
            endforeach()
        endif()
        if(NOT allowed)
            message(SEND_ERROR "${file}: may not include ${header}")
            math(EXPR faults "${faults} + 1")
        endif()
    endforeach()
endforeach()
if(faults GREATER 0)
    message(FATAL_ERROR "${faults} includes climb")
endif()
message(STATUS "${count} files, no include climbs")
