//===-- TPCVerifyBundles.h - Checks finished code ---------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Parts of the pass "tpc-verify-bundles".
//
//===----------------------------------------------------------------------===//

#ifndef LLVM_LIB_TARGET_TPC_TPCVERIFYBUNDLES_H
#define LLVM_LIB_TARGET_TPC_TPCVERIFYBUNDLES_H

#include "llvm/ADT/Twine.h"
#include <string>

namespace llvm {

class MachineFunction;
class MachineInstr;

namespace TPC {

std::string describe(const MachineInstr &MI);
/// An error with the place of \p MI, in machine code and in the source.
void reportCode(const MachineInstr &MI, const Twine &Message);

/// Where hardware loops begin and end, and what stands near their ends.
void verifyLoops(const MachineFunction &MF);

} // namespace TPC
} // namespace llvm

#endif // LLVM_LIB_TARGET_TPC_TPCVERIFYBUNDLES_H
