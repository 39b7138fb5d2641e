# Latencies, scheduling rules and machine sizes: sched_sources for libtpcasm,
# tpc/sched_gen.h and tpc/machine_gen.h. Included by assembler/CMakeLists.txt,
# whose isa_json, target_dir and gen_dir it uses.
opentpc_tablegen_json(OUT sched_json NAME TPCSchedule
  MAIN ${target_dir}/TPCSchedule.td
  DEPENDS ${target_dir}/TPCScheduleRules.td
  INCLUDES ${target_dir})
opentpc_tablegen_json(OUT machine_json NAME TPCMachine
  MAIN ${target_dir}/TPCMachine.td INCLUDES ${target_dir})

set(schedgen "${CMAKE_CURRENT_SOURCE_DIR}/gen/schedgen.py")
add_custom_command(
  OUTPUT ${gen_dir}/tpc/sched_gen.h ${gen_dir}/tpc/machine_gen.h
         ${gen_dir}/sched_tables.c
  COMMAND Python3::Interpreter ${schedgen} --isa ${isa_json}
          --sched ${sched_json} --machine ${machine_json}
          --sched-header ${gen_dir}/tpc/sched_gen.h
          --machine-header ${gen_dir}/tpc/machine_gen.h
          --tables ${gen_dir}/sched_tables.c
  DEPENDS ${schedgen} gen/isamodel.py gen/outfile.py ${isa_json} ${sched_json}
          ${machine_json}
  COMMENT "Latencies and scheduling rules to C"
  VERBATIM)
add_custom_target(tpc_sched_gen
  DEPENDS ${gen_dir}/tpc/sched_gen.h ${gen_dir}/tpc/machine_gen.h
          ${gen_dir}/sched_tables.c)

# Include path and build order for users of tpc/sched.h.
add_library(tpc_sched_headers INTERFACE)
target_link_libraries(tpc_sched_headers INTERFACE tpc_isa_headers)
add_dependencies(tpc_sched_headers tpc_sched_gen)

set(sched_sources lib/sched.c ${gen_dir}/sched_tables.c)
