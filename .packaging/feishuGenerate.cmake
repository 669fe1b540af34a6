# feishu_generate(<target> SPECS <folder> [NAMESPACE <name>] [INCLUDE <prefix>] [OPTIONS <option>...])
#
# Generates headers from the OpenAPI documents of a folder, while building, and adds <target>, an INTERFACE library of
# these headers. They are generated again when a document changes; unchanged headers keep their modification time.
#
#   find_package(feishu REQUIRED)
#   feishu_generate(acme SPECS specs)
#   target_link_libraries(program PRIVATE acme)        # #include <acme/calendar.hpp>; acme::calendar::event::create
#
# SPECS      the folder, as seen from the current source directory
# NAMESPACE  outermost namespace; <target> if omitted
# INCLUDE    how headers are included, <prefix/…>; <target> if omitted
# OPTIONS    further options of feishu-codegen, see `feishu-codegen --help`
function(feishu_generate target)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "SPECS;NAMESPACE;INCLUDE" "OPTIONS")
  if(NOT arg_SPECS OR arg_UNPARSED_ARGUMENTS)
    message(FATAL_ERROR "usage: feishu_generate(<target> SPECS <folder> [NAMESPACE <name>] [INCLUDE <prefix>] [OPTIONS …])")
  endif()
  if(NOT arg_NAMESPACE)
    set(arg_NAMESPACE "${target}")
  endif()
  if(NOT arg_INCLUDE)
    set(arg_INCLUDE "${target}")
  endif()
  get_filename_component(specs "${arg_SPECS}" ABSOLUTE)
  set(out "${CMAKE_CURRENT_BINARY_DIR}/${target}.generated")
  set(stamp "${CMAKE_CURRENT_BINARY_DIR}/${target}.stamp")
  set(command feishu::codegen --specs "${specs}" --out "${out}/${arg_INCLUDE}" --namespace "${arg_NAMESPACE}"
    --include "${arg_INCLUDE}" --format none ${arg_OPTIONS})

  # Which headers there will be is known when a document comes or goes, and then CMake runs again.
  file(GLOB_RECURSE documents CONFIGURE_DEPENDS "${specs}/*.json" "${specs}/*.yaml" "${specs}/*.yml")
  get_target_property(program feishu::codegen IMPORTED_LOCATION)
  list(REMOVE_AT command 0)
  execute_process(COMMAND "${program}" ${command} --list-outputs
    OUTPUT_VARIABLE headers ERROR_VARIABLE problem RESULT_VARIABLE status OUTPUT_STRIP_TRAILING_WHITESPACE)
  if(NOT status EQUAL 0)
    message(FATAL_ERROR "feishu_generate(${target}):\n${problem}")
  endif()
  string(REPLACE "\n" ";" headers "${headers}")

  set(prune --prune)
  if("--only" IN_LIST arg_OPTIONS) # then other headers belong to other runs
    set(prune "")
  endif()
  add_custom_command(
    OUTPUT "${stamp}"
    BYPRODUCTS ${headers}
    COMMAND feishu::codegen ${command} ${prune} --stamp "${stamp}" --depfile "${stamp}.d"
    DEPENDS ${documents} feishu::codegen
    DEPFILE "${stamp}.d"
    COMMENT "Generating ${target} from ${arg_SPECS}"
    VERBATIM)
  add_custom_target(${target}_headers DEPENDS "${stamp}")
  add_library(${target} INTERFACE)
  add_dependencies(${target} ${target}_headers)
  target_include_directories(${target} INTERFACE "${out}")
  target_link_libraries(${target} INTERFACE feishu::feishu)
endfunction()
