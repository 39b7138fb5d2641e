# Build settings and helpers shared by all folders.

set(CMAKE_C_STANDARD 11)
set(CMAKE_C_EXTENSIONS ON)
set(CMAKE_CXX_STANDARD 17)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_C_VISIBILITY_PRESET hidden)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
if(NOT CMAKE_BUILD_TYPE)
  set(CMAKE_BUILD_TYPE RelWithDebInfo)
endif()

# All tools in one place, where the tests and the examples find them.
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/bin")
set(CMAKE_LIBRARY_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/lib")
set(CMAKE_ARCHIVE_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/lib")

# Installed programs and libraries find each other wherever the prefix is.
set(CMAKE_INSTALL_RPATH "$ORIGIN/../${CMAKE_INSTALL_LIBDIR};$ORIGIN")

set(OPENTPC_C_WARNINGS -Wall -Wextra -Werror -Wstrict-prototypes
    -Wmissing-prototypes -Wshadow -Wpointer-arith -Wvla
    -Wno-unused-parameter)

if(OPENTPC_SANITIZE)
  add_compile_options(-fsanitize=${OPENTPC_SANITIZE} -fno-omit-frame-pointer
                      -fno-sanitize-recover=all)
  add_link_options(-fsanitize=${OPENTPC_SANITIZE})
endif()
if(OPENTPC_FUZZ)
  add_compile_options(-fsanitize=fuzzer-no-link)
endif()

add_compile_definitions(_GNU_SOURCE)

# opentpc_c_options(target...): house warnings for C targets.
function(opentpc_c_options)
  foreach(target ${ARGN})
    target_compile_options(${target} PRIVATE ${OPENTPC_C_WARNINGS})
  endforeach()
endfunction()

# opentpc_tablegen_json(OUT var NAME name MAIN file.td DEPENDS ...
#                       INCLUDES ...)
# Dumps the records of a TableGen file as JSON; OUT gets the file's path.
function(opentpc_tablegen_json)
  cmake_parse_arguments(A "" "OUT;NAME;MAIN" "DEPENDS;INCLUDES" ${ARGN})
  set(json "${CMAKE_CURRENT_BINARY_DIR}/${A_NAME}.json")
  set(incs "")
  foreach(dir ${A_INCLUDES})
    list(APPEND incs -I ${dir})
  endforeach()
  add_custom_command(
    OUTPUT ${json}
    COMMAND ${LLVM_TOOLS_BINARY_DIR}/llvm-tblgen --dump-json --write-if-changed
            ${incs}
            -I ${LLVM_INCLUDE_DIRS} ${A_MAIN} -o ${json}
    DEPENDS ${A_MAIN} ${A_DEPENDS}
    COMMENT "TableGen ${A_NAME}"
    VERBATIM)
  set(${A_OUT} ${json} PARENT_SCOPE)
endfunction()

# opentpc_cmocka_test(name SOURCES ... LIBS ... [ARGS ...])
# A cmocka program. Its results are written as XML beside the others, where
# the summary of `make check` counts them test by test.
function(opentpc_cmocka_test name)
  cmake_parse_arguments(A "" "" "SOURCES;LIBS;ARGS" ${ARGN})
  add_executable(${name} ${A_SOURCES})
  target_link_libraries(${name} PRIVATE ${A_LIBS} PkgConfig::CMOCKA)
  target_compile_definitions(${name} PRIVATE
    OPENTPC_SOURCE_DIR="${CMAKE_SOURCE_DIR}"
    OPENTPC_BINARY_DIR="${CMAKE_BINARY_DIR}")
  opentpc_c_options(${name})
  set_target_properties(${name} PROPERTIES
    RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/test/bin")
  add_test(NAME ${name} COMMAND ${name} ${A_ARGS})
  set_tests_properties(${name} PROPERTIES
    TIMEOUT 300
    ENVIRONMENT "CMOCKA_MESSAGE_OUTPUT=xml;CMOCKA_XML_FILE=${CMAKE_BINARY_DIR}/results/${name}.%g.xml")
endfunction()

# opentpc_fuzz_target(name SOURCES ... LIBS ... CORPUS dir)
# A libFuzzer program with a seed corpus; run by `make fuzz` and, for a few
# seconds each, by `make check`.
function(opentpc_fuzz_target name)
  cmake_parse_arguments(A "" "CORPUS" "SOURCES;LIBS" ${ARGN})
  if(NOT OPENTPC_FUZZ)
    return()
  endif()
  add_executable(${name} ${A_SOURCES})
  target_link_libraries(${name} PRIVATE ${A_LIBS})
  target_link_options(${name} PRIVATE -fsanitize=fuzzer)
  add_dependencies(fuzz-targets ${name})
  set_target_properties(${name} PROPERTIES
    RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/fuzz")
  file(APPEND "${CMAKE_BINARY_DIR}/fuzz-targets.txt"
       "${name} ${A_CORPUS}\n")
endfunction()

if(OPENTPC_FUZZ)
  file(WRITE "${CMAKE_BINARY_DIR}/fuzz-targets.txt" "")
  add_custom_target(fuzz-targets)
endif()
