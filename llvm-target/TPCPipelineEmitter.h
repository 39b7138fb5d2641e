//===-- TPCPipelineEmitter.h - Code of a pipelined loop ---------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef LLVM_LIB_TARGET_TPC_TPCPIPELINEEMITTER_H
#define LLVM_LIB_TARGET_TPC_TPCPIPELINEEMITTER_H

#include "TPCPipelineLoop.h"
#include "TPCSubtarget.h"

namespace llvm {
namespace TPC {

/// start, bound and step of a LOOP, and whether it counts up.
struct LoopCounter {
  MachineInstr *Loop = nullptr;
  int64_t Step = 0;
  bool CountsUp = true;

  const MachineOperand &start() const { return Loop->getOperand(LoopStart); }
  const MachineOperand &bound() const { return Loop->getOperand(LoopBound); }
  const MachineOperand &guard() const { return Loop->getOperand(LoopGuard); }
  const MachineOperand &polarity() const {
    return Loop->getOperand(LoopPolarity);
  }
  /// The comparison, as LOOP writes it.
  StringRef compare() const;
  /// LOOP may skip its body whatever it counts.
  bool hasGuard() const;
  /// The number of iterations, if it is known.
  std::optional<uint64_t> getTripCount() const;
};

/// What is needed to write a schedule down.
struct PipelinedCode {
  MachineBasicBlock *Body = nullptr;
  LoopCounter Counter;
  const TPCMachineModel *Model = nullptr;
  const PipelineLoop *Loop = nullptr;
  const PipelineResources *Resources = nullptr;
  ModuloSchedule Schedule;
  std::vector<MCRegister> Registers; ///< of the webs
  /// A scalar that counts in place of the loop's iterator, if the body reads
  /// that.
  MCRegister Iterator;
  /// Index registers that begin as copies of others.
  std::vector<std::pair<MCRegister, MCRegister>> Copies;
  /// Free registers for the bound of the kernel and for the guard.
  MCRegister Bound, Guard;
  /// One for the start, if the body writes the start's.
  MCRegister Start;
};

/// Puts the pipelined loop in the place of the loop, which stays beside it for
/// few iterations if their number is not known. False, and nothing is done, if
/// operations of one bundle exchange registers, which no sequence can express.
bool emitPipelinedLoop(const PipelinedCode &Code, const TPCSubtarget &ST);

} // namespace TPC
} // namespace llvm

#endif // LLVM_LIB_TARGET_TPC_TPCPIPELINEEMITTER_H
