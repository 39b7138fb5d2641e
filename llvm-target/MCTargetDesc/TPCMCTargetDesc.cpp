//===-- TPCMCTargetDesc.cpp - TPC target descriptions ---------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "MCTargetDesc/TPCMCTargetDesc.h"
#include "MCTargetDesc/TPCInstPrinter.h"
#include "MCTargetDesc/TPCMCAsmInfo.h"
#include "MCTargetDesc/TPCMCObjectFileInfo.h"
#include "MCTargetDesc/TPCTargetStreamer.h"
#include "TargetInfo/TPCTargetInfo.h"
#include "llvm/MC/MCInstrInfo.h"
#include "llvm/MC/MCRegisterInfo.h"
#include "llvm/MC/MCSubtargetInfo.h"
#include "llvm/MC/TargetRegistry.h"
#include "llvm/Support/FormattedStream.h"

using namespace llvm;

#define GET_INSTRINFO_MC_DESC
#include "TPCGenInstrInfo.inc"

#define GET_REGINFO_MC_DESC
#include "TPCGenRegisterInfo.inc"

#define GET_SUBTARGETINFO_MC_DESC
#include "TPCGenSubtargetInfo.inc"

static MCInstrInfo *createTPCMCInstrInfo() {
  auto *X = new MCInstrInfo();
  InitTPCMCInstrInfo(X);
  return X;
}

static MCRegisterInfo *createTPCMCRegisterInfo(const Triple &TT) {
  auto *X = new MCRegisterInfo();
  // There are no calls, hence no return address register.
  InitTPCMCRegisterInfo(X, TPC::NoRegister);
  return X;
}

static MCSubtargetInfo *createTPCMCSubtargetInfo(const Triple &TT,
                                                 StringRef CPU, StringRef FS) {
  if (CPU.empty())
    CPU = "gaudi";
  return createTPCMCSubtargetInfoImpl(TT, CPU, /*TuneCPU=*/CPU, FS);
}

static MCAsmInfo *createTPCMCAsmInfo(const MCRegisterInfo &MRI,
                                     const Triple &TT,
                                     const MCTargetOptions &Options) {
  return new TPCMCAsmInfo(TT);
}

static MCObjectFileInfo *createTPCMCObjectFileInfo(MCContext &Ctx, bool PIC,
                                                   bool LargeCodeModel) {
  auto *X = new TPCMCObjectFileInfo();
  X->initMCObjectFileInfo(Ctx, PIC, LargeCodeModel);
  return X;
}

static MCInstPrinter *createTPCMCInstPrinter(const Triple &T,
                                             unsigned SyntaxVariant,
                                             const MCAsmInfo &MAI,
                                             const MCInstrInfo &MII,
                                             const MCRegisterInfo &MRI) {
  return new TPCInstPrinter(MAI, MII, MRI);
}

static MCTargetStreamer *createTPCAsmTargetStreamer(MCStreamer &S,
                                                    formatted_raw_ostream &OS,
                                                    MCInstPrinter *InstPrint) {
  return new TPCTargetAsmStreamer(S, OS);
}

static MCTargetStreamer *
createTPCObjectTargetStreamer(MCStreamer &S, const MCSubtargetInfo &STI) {
  return new TPCTargetELFStreamer(S, STI);
}

static MCTargetStreamer *createTPCNullTargetStreamer(MCStreamer &S) {
  return new TPCTargetStreamer(S);
}

extern "C" void LLVMInitializeTPCTargetMC() {
  Target &T = getTheTPCTarget();
  TargetRegistry::RegisterMCAsmInfo(T, createTPCMCAsmInfo);
  TargetRegistry::RegisterMCObjectFileInfo(T, createTPCMCObjectFileInfo);
  TargetRegistry::RegisterMCInstrInfo(T, createTPCMCInstrInfo);
  TargetRegistry::RegisterMCRegInfo(T, createTPCMCRegisterInfo);
  TargetRegistry::RegisterMCSubtargetInfo(T, createTPCMCSubtargetInfo);
  TargetRegistry::RegisterMCInstPrinter(T, createTPCMCInstPrinter);
  TargetRegistry::RegisterMCCodeEmitter(T, createTPCMCCodeEmitter);
  TargetRegistry::RegisterMCAsmBackend(T, createTPCAsmBackend);
  TargetRegistry::RegisterAsmTargetStreamer(T, createTPCAsmTargetStreamer);
  TargetRegistry::RegisterObjectTargetStreamer(T,
                                               createTPCObjectTargetStreamer);
  TargetRegistry::RegisterNullTargetStreamer(T, createTPCNullTargetStreamer);
}
