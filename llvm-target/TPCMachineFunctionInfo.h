//===-- TPCMachineFunctionInfo.h - What a kernel needs in memory *- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef LLVM_LIB_TARGET_TPC_TPCMACHINEFUNCTIONINFO_H
#define LLVM_LIB_TARGET_TPC_TPCMACHINEFUNCTIONINFO_H

#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/CodeGen/MachineFunction.h"

namespace llvm {

class TPCMachineFunctionInfo : public MachineFunctionInfo {
  DenseMap<int, unsigned> Addresses;
  DenseMap<int, bool> VectorSlots;
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
  void setInVectorMemory(int FI, bool Is) { VectorSlots[FI] = Is; }
  bool isInVectorMemory(int FI) const { return VectorSlots.lookup(FI); }

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
