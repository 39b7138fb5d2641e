# Command-line tools on libtpcasm.

# Also for the tools of the runtime.
add_library(tpc_outfile STATIC tools/outfile.c)
target_include_directories(tpc_outfile PUBLIC tools)
opentpc_c_options(tpc_outfile)

add_executable(tpc-as tools/tpc-as.c tools/tool.c)
add_executable(tpc-objdump tools/tpc-objdump.c tools/lines.c
  tools/sections.c tools/tool.c)
target_link_libraries(tpc-objdump PRIVATE PkgConfig::ELF PkgConfig::DW)
add_executable(tpc-cb tools/tpc-cb.c tools/tool.c)
foreach(tool tpc-as tpc-objdump tpc-cb)
  target_link_libraries(${tool} PRIVATE tpcasm tpc_outfile)
  opentpc_c_options(${tool})
  install(TARGETS ${tool} RUNTIME)
endforeach()
