//===-- OutputFile.cpp - Files that tools write ---------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "OutputFile.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/WithColor.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;

bool tpc::replacesInput(StringRef Tool, StringRef Output, StringRef Input) {
  if (Output == "-" || Input == "-" || !sys::fs::is_regular_file(Input) ||
      !sys::fs::equivalent(Output, Input))
    return false;
  WithColor::error(errs(), Tool)
      << "the output would replace the input '" << Input
      << "'; give another name than '" << Output << "'\n";
  return true;
}

bool tpc::writeFile(StringRef Tool, StringRef File, ArrayRef<char> Bytes) {
  Error E = writeToOutput(File, [&](raw_ostream &Out) {
    Out.write(Bytes.data(), Bytes.size());
    return Error::success();
  });
  if (!E)
    return true;
  WithColor::error(errs(), Tool)
      << "cannot write '" << File << "': " << toString(std::move(E)) << '\n';
  return false;
}
