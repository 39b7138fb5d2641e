# -*- Python -*-
# lit configuration: tools as %tool, FileCheck and not from LLVM.
import os

import lit.formats

config.name = "OpenTPC"
config.test_format = lit.formats.ShTest(execute_external=False)
config.suffixes = [".s", ".test", ".ll", ".mir"]
config.excludes = ["Inputs", "CMakeLists.txt", "README.md", "fuzz", "bench"]
config.test_source_root = os.path.join(config.opentpc_source, "test")
config.test_exec_root = os.path.join(config.opentpc_build, "test", "lit")

tools = os.path.join(config.opentpc_build, "bin")
for tool in sorted(os.listdir(tools)) if os.path.isdir(tools) else []:
    path = os.path.join(tools, tool)
    if os.access(path, os.X_OK) and os.path.isfile(path):
        # A tool's name must not match inside a longer one.
        config.substitutions.append((f"%{tool}(?![\\w-])", path))
config.substitutions += [
    ("%python", config.python),
    ("%source", config.opentpc_source),
    ("%build", config.opentpc_build),
    ("%vectors", os.path.join(config.opentpc_source, "..", "shared",
                              "isa-vectors")),
]
for tool in ("FileCheck", "count", "not", "split-file"):
    config.substitutions.append((f"(?<![\\w/%-]){tool}(?![\\w-])",
                                 os.path.join(config.llvm_tools, tool)))

if config.has_llvm_target:
    config.available_features.add("llvm-target")
if config.sanitize:
    config.available_features.add("sanitizer")
# A container may have no terminals to give.
try:
    for fd in os.openpty():
        os.close(fd)
    config.available_features.add("terminal")
except OSError:
    pass
# Reference vectors lie beside the repository and may be missing.
if os.path.isdir(os.path.join(config.opentpc_source, "..", "shared",
                              "isa-vectors")):
    config.available_features.add("isa-vectors")

for name in ("ASAN_OPTIONS", "UBSAN_OPTIONS", "LSAN_OPTIONS"):
    if name in os.environ:
        config.environment[name] = os.environ[name]
