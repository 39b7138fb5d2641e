//===-- TPCMachineFunctionInfo.h - What a kernel needs in memory *- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef LLVM_LIB_TARGET_TPC_TPCMACHINEFUNCTIONINFO_H
#define LLVM_LIB_TARGET_TPC_TPCMACHINEFUNCTIONINFO_H

#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/CodeGen/MachineFrameInfo.h"
#include "llvm/CodeGen/MachineFunction.h"
#include "llvm/CodeGen/TargetFrameLowering.h"

namespace llvm {

class TPCMachineFunctionInfo : public MachineFunctionInfo {
  DenseMap<int, unsigned> Addresses;
  DenseSet<const MachineBasicBlock *> Scheduled;

public:
  TPCMachineFunctionInfo(const Function &F, const TargetSubtargetInfo *STI) {}

  MachineFunctionInfo *
  clone(BumpPtrAllocator &Allocator, MachineFunction &DestMF,
        const DenseMap<MachineBasicBlock *, MachineBasicBlock *> &Src2DstMBB)
      const override {
    return DestMF.cloneInfo<TPCMachineFunctionInfo>(*this);
  }

  /// Vector memory holds vectors and their predicates, scalar memory the rest.
  /// The frame's stack numbers say which, so that passes which let slots share
  /// a place keep the memories apart.
  static void setInVectorMemory(MachineFrameInfo &MFI, int FI) {
    MFI.setStackID(FI, TargetStackID::ScalableVector);
  }
  static bool isInVectorMemory(const MachineFrameInfo &MFI, int FI) {
    return MFI.getStackID(FI) == TargetStackID::ScalableVector;
  }

  /// Where a spill slot lies in its memory.
  void setAddress(int FI, unsigned Address) { Addresses[FI] = Address; }
  unsigned getAddress(int FI) const { return Addresses.lookup(FI); }

  /// The bundles of the block are final.
  void setScheduled(const MachineBasicBlock &MBB) { Scheduled.insert(&MBB); }
  bool isScheduled(const MachineBasicBlock &MBB) const {
    return Scheduled.contains(&MBB);
  }
};

} // namespace llvm

#endif // LLVM_LIB_TARGET_TPC_TPCMACHINEFUNCTIONINFO_H
