//===-- TPCFrameLowering.cpp - Places of spilled registers ----------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "TPCFrameLowering.h"
#include "MCTargetDesc/TPCMCTargetDesc.h"
#include "TPC.h"
#include "TPCAsmText.h"
#include "TPCInstrInfo.h"
#include "TPCKernelMetadata.h"
#include "TPCMachineFunctionInfo.h"
#include "TPCSubtarget.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/CodeGen/MachineFrameInfo.h"
#include "llvm/CodeGen/MachineFunction.h"
#include "llvm/CodeGen/MachineInstrBuilder.h"
#include "llvm/IR/DiagnosticInfo.h"

using namespace llvm;

// Existing compilers begin kernels this way (LLVM).
void TPCFrameLowering::emitPrologue(MachineFunction &MF,
                                    MachineBasicBlock &MBB) const {
  const TPCInstrInfo &TII = *MF.getSubtarget<TPCSubtarget>().getInstrInfo();
  MachineBasicBlock::iterator I = MBB.begin();
  for (unsigned Opcode : {TPC::ST_CACHE_INVALIDATE, TPC::ST_CACHE_FLUSH})
    TPC::addAlways(BuildMI(MBB, I, DebugLoc(), TII.get(Opcode)));
}

void TPCFrameLowering::processFunctionBeforeFrameFinalized(
    MachineFunction &MF, RegScavenger *RS) const {
  const MachineFrameInfo &MFI = MF.getFrameInfo();
  auto &Info = *MF.getInfo<TPCMachineFunctionInfo>();
  const auto &ST = MF.getSubtarget<TPCSubtarget>();
  const Function &F = MF.getFunction();
  // Behind the data of the program (TPCPlaceData.cpp).
  uint64_t Used[2] = {F.getFnAttributeAsParsedInteger("tpc-slm-used"),
                      F.getFnAttributeAsParsedInteger("tpc-vlm-used")};
  uint64_t Variables = Used[1];
  for (int FI = 0, E = MFI.getObjectIndexEnd(); FI != E; ++FI) {
    if (MFI.isDeadObjectIndex(FI))
      continue;
    bool IsVector = Info.isInVectorMemory(MFI, FI);
    uint64_t Unit = IsVector ? TPC::VectorBytes : TPC::WordBytes;
    Info.setAddress(FI, unsigned(Used[IsVector]));
    // A predicate has less than a byte.
    uint64_t Size = std::max<uint64_t>(MFI.getObjectSize(FI), 1);
    Used[IsVector] += alignTo(Size, Unit);
  }
  for (bool IsVector : {false, true}) {
    bool BesideTables =
        IsVector && (TPC::usesTables(MF) || TPC::textUsesTables(MF));
    uint64_t Size = IsVector ? ST.getVlmSize(BesideTables) : ST.getSlmSize();
    // -vlm and -slm may allow less.
    Size =
        std::min(Size, F.getFnAttributeAsParsedInteger(
                           IsVector ? "tpc-vlm-limit" : "tpc-slm-limit", Size));
    if (Used[IsVector] <= Size)
      continue;
    std::string Message = IsVector ? "vector" : "scalar";
    Message += " local memory exceeded: " + utostr(Used[IsVector]) +
               " bytes are needed for variables and saved registers, " +
               utostr(Size) + " exist" +
               (BesideTables ? " beside look-up tables" : "") +
               "; use fewer variables at a time";
    StringRef Objects =
        F.getFnAttribute(IsVector ? "tpc-vlm-objects" : "tpc-slm-objects")
            .getValueAsString();
    if (!Objects.empty())
      Message += (". Bytes by variable: " + Objects).str();
    F.getContext().diagnose(DiagnosticInfoUnsupported(
        F, Message, DiagnosticLocation(F.getSubprogram())));
  }
  uint64_t Saved = Used[1] - Variables;
  if (Saved > F.getFnAttributeAsParsedInteger("tpc-vlm-spill-limit", ~0ull))
    F.getContext().diagnose(DiagnosticInfoUnsupported(
        F,
        "saved registers need " + Twine(Saved) +
            " bytes of vector local memory, more than the limit; use fewer "
            "variables at a time",
        DiagnosticLocation(F.getSubprogram())));
}
