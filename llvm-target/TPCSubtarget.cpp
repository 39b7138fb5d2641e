//===-- TPCSubtarget.cpp - A TPC generation -------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "TPCSubtarget.h"
#include "MCTargetDesc/TPCMCTargetDesc.h"

using namespace llvm;

#define DEBUG_TYPE "tpc-subtarget"

#define GET_SUBTARGETINFO_TARGET_DESC
#define GET_SUBTARGETINFO_CTOR
#include "TPCGenSubtargetInfo.inc"

TPCSubtarget::TPCSubtarget(const Triple &TT, StringRef CPU, StringRef FS,
                           const TargetMachine &TM)
    : TPCGenSubtargetInfo(TT, CPU, /*TuneCPU=*/CPU, FS),
      TLInfo(TM, (ParseSubtargetFeatures(CPU, CPU, FS), *this)) {}

namespace {
struct MachineSizes {
  StringLiteral Name;
  unsigned Slm, Vlm, SmallVlm, LoopDepth, LoopIterator;
};
} // namespace

static const MachineSizes Machines[] = {
#define TPC_MACHINE(NAME, SLM, VLM, SMALL_VLM, DEPTH, ITERATOR, TENSORS)       \
  {NAME, SLM, VLM, SMALL_VLM, DEPTH, ITERATOR},
#include "TPCGenMachine.inc"
#undef TPC_MACHINE
};

static const MachineSizes &getSizes(StringRef CPU) {
  for (const MachineSizes &M : Machines)
    if (M.Name == CPU)
      return M;
  return Machines[0];
}

unsigned TPCSubtarget::getSlmSize() const { return getSizes(getCPU()).Slm; }
unsigned TPCSubtarget::getVlmSize(bool BesideTables) const {
  const MachineSizes &Sizes = getSizes(getCPU());
  return BesideTables ? Sizes.SmallVlm : Sizes.Vlm;
}
unsigned TPCSubtarget::getLoopDepth() const {
  return getSizes(getCPU()).LoopDepth;
}
unsigned TPCSubtarget::getLoopIterator() const {
  return getSizes(getCPU()).LoopIterator;
}
