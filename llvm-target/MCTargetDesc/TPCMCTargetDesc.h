//===-- TPCMCTargetDesc.h - TPC target descriptions -------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef LLVM_LIB_TARGET_TPC_MCTARGETDESC_TPCMCTARGETDESC_H
#define LLVM_LIB_TARGET_TPC_MCTARGETDESC_TPCMCTARGETDESC_H

#include <memory>

namespace llvm {

class MCAsmBackend;
class MCCodeEmitter;
class MCContext;
class MCInstrInfo;
class MCObjectTargetWriter;
class MCRegisterInfo;
class MCSubtargetInfo;
class MCTargetOptions;
class Target;

MCCodeEmitter *createTPCMCCodeEmitter(const MCInstrInfo &MCII, MCContext &Ctx);
MCAsmBackend *createTPCAsmBackend(const Target &T, const MCSubtargetInfo &STI,
                                  const MCRegisterInfo &MRI,
                                  const MCTargetOptions &Options);
std::unique_ptr<MCObjectTargetWriter> createTPCELFObjectWriter();

/// The name of a register in text.
const char *getTPCRegisterName(unsigned Reg);

} // namespace llvm

#define GET_REGINFO_ENUM
#include "TPCGenRegisterInfo.inc"

#define GET_INSTRINFO_ENUM
#define GET_INSTRINFO_MC_HELPER_DECLS
#include "TPCGenInstrInfo.inc"

#define GET_SUBTARGETINFO_ENUM
#include "TPCGenSubtargetInfo.inc"

#endif // LLVM_LIB_TARGET_TPC_MCTARGETDESC_TPCMCTARGETDESC_H
