//===-- TPCFixupKinds.h - TPC fixups ----------------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef LLVM_LIB_TARGET_TPC_MCTARGETDESC_TPCFIXUPKINDS_H
#define LLVM_LIB_TARGET_TPC_MCTARGETDESC_TPCFIXUPKINDS_H

#include "llvm/MC/MCFixup.h"

namespace llvm {
namespace TPC {

/// All fixups start at the first byte of their bundle; where the bits lie in
/// it is looked up in the bundle layout of the generation.
enum Fixups {
  /// JMPR, JMPA: distance from this bundle, in the shared immediate.
  fixup_tpc_jump = FirstTargetFixupKind,
  /// The same in a compressed bundle.
  fixup_tpc_half_jump,
  /// LOOP: distance from this bundle to the last one of the body. The label
  /// stands after that one.
  fixup_tpc_loop_end,

  LastTargetFixupKind,
  NumTargetFixupKinds = LastTargetFixupKind - FirstTargetFixupKind
};

} // namespace TPC
} // namespace llvm

#endif // LLVM_LIB_TARGET_TPC_MCTARGETDESC_TPCFIXUPKINDS_H
