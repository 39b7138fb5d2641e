//===-- TPCSubtarget.h - A TPC generation -----------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef LLVM_LIB_TARGET_TPC_TPCSUBTARGET_H
#define LLVM_LIB_TARGET_TPC_TPCSUBTARGET_H

#include "TPCFrameLowering.h"
#include "TPCISelLowering.h"
#include "TPCInstrInfo.h"
#include "llvm/CodeGen/SelectionDAGTargetInfo.h"
#include "llvm/CodeGen/TargetSubtargetInfo.h"

#define GET_SUBTARGETINFO_HEADER
#include "TPCGenSubtargetInfo.inc"

namespace llvm {

class TPCSubtarget : public TPCGenSubtargetInfo {
  // Set by ParseSubtargetFeatures.
#define GET_SUBTARGETINFO_MACRO(ATTRIBUTE, DEFAULT, GETTER)                    \
  bool ATTRIBUTE = DEFAULT;
#include "TPCGenSubtargetInfo.inc"

  TPCInstrInfo InstrInfo;
  TPCFrameLowering FrameLowering;
  TPCTargetLowering TLInfo;
  SelectionDAGTargetInfo TSInfo;

public:
  TPCSubtarget(const Triple &TT, StringRef CPU, StringRef FS,
               const TargetMachine &TM);

  // Made by TableGen.
  void ParseSubtargetFeatures(StringRef CPU, StringRef TuneCPU, StringRef FS);

  const TPCInstrInfo *getInstrInfo() const override { return &InstrInfo; }
  const TPCFrameLowering *getFrameLowering() const override {
    return &FrameLowering;
  }
  const TPCTargetLowering *getTargetLowering() const override {
    return &TLInfo;
  }
  const TPCRegisterInfo *getRegisterInfo() const override {
    return &InstrInfo.getRegisterInfo();
  }
  const SelectionDAGTargetInfo *getSelectionDAGInfo() const override {
    return &TSInfo;
  }

  /// Without it, a write of one half of a pair counts as a read and a write of
  /// the pair. The allocator notes that in operands of its own, and drops the
  /// tied one that says that the operation reads its destination.
  bool enableSubRegLiveness() const override { return true; }

  /// Bytes of scalar and of vector local memory.
  unsigned getSlmSize() const;
  /// \p BesideTables: of a kernel with look-ups, whose cache takes the rest.
  unsigned getVlmSize(bool BesideTables) const;
  /// How many hardware loops may lie around each other, and the number of the
  /// outermost one's iterator (facts 5.6).
  unsigned getLoopDepth() const;
  unsigned getLoopIterator() const;
};

} // namespace llvm

#endif // LLVM_LIB_TARGET_TPC_TPCSUBTARGET_H
