//===-- TPCSlotDecoder.h - Slot words to instructions -----------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef LLVM_LIB_TARGET_TPC_MCTARGETDESC_TPCSLOTDECODER_H
#define LLVM_LIB_TARGET_TPC_MCTARGETDESC_TPCSLOTDECODER_H

#include "MCTargetDesc/TPCBaseInfo.h"

namespace llvm {

class MCInst;
class MCRegisterInfo;

namespace TPC {

/// Finds the record that explains a slot's canonical word and fills \p Inst.
/// \p Free are bits of the word that another slot may have set.
/// Returns null if there is none.
const FormInfo *decodeSlot(const GenerationInfo &Gen, unsigned InSlot,
                           const SlotWord &Word, const SlotWord &Free,
                           const MCRegisterInfo &MRI, MCInst &Inst);

/// The canonical word of a slot of a bundle.
SlotWord readSlot(const BundleLayout &Layout, unsigned InSlot,
                  ArrayRef<uint8_t> Bytes);

/// Decodes the four slots of a bundle that is no LOOP. Returns the slot that
/// no record explains, -1 if all are known. Bits that no slot uses are not
/// looked at.
int decodeBundle(const GenerationInfo &Gen, const BundleLayout &Layout,
                 ArrayRef<uint8_t> Bytes, const MCRegisterInfo &MRI,
                 ArrayRef<MCInst *> Slots);

} // namespace TPC
} // namespace llvm

#endif // LLVM_LIB_TARGET_TPC_MCTARGETDESC_TPCSLOTDECODER_H
