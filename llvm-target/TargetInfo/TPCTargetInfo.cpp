//===-- TPCTargetInfo.cpp - TPC target registration -----------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "TargetInfo/TPCTargetInfo.h"
#include "llvm/MC/TargetRegistry.h"

using namespace llvm;

Target &llvm::getTheTPCTarget() {
  static Target TheTPCTarget;
  return TheTPCTarget;
}

// llvm::Triple of the installed LLVM has no entry for the TPC, so the target
// answers for the unknown architecture: "tpc-unknown-unknown" parses to that,
// and the name "tpc" is looked up directly. In an LLVM tree this becomes
// Triple::tpc and nothing else changes.
extern "C" void LLVMInitializeTPCTargetInfo() {
  RegisterTarget<Triple::UnknownArch, /*HasJIT=*/false> X(
      getTheTPCTarget(), "tpc", "Habana Tensor Processor Core", "TPC");
}
