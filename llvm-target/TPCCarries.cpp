//===-- TPCCarries.cpp - Sums that read the carry flag --------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A sum with the switch "carry" reads a flag that the sum in front of it has
// left, which no operand tells. In kernels that have such sums, all intrinsics
// that set the flag are ordered: passes on IR see accesses to a memory that
// nothing else accesses, selection chains them, and machine code reads and
// writes the flag's register. Other kernels are as free as ever.
//
//===----------------------------------------------------------------------===//

#include "MCTargetDesc/TPCBaseInfo.h"
#include "MCTargetDesc/TPCMCTargetDesc.h"
#include "TPC.h"
#include "TPCMachineModel.h"
#include "TPCSubtarget.h"
#include "llvm/CodeGen/MachineFunction.h"
#include "llvm/IR/Instructions.h"
#include "llvm/IR/Module.h"

using namespace llvm;
using namespace llvm::TPC;

static constexpr char UsesCarry[] = "tpc-carry";

bool TPC::isOrderedSum(const Function &Kernel, StringRef Mnemonic) {
  return Kernel.hasFnAttribute(UsesCarry) &&
         is_contained({"add", "sub"}, Mnemonic);
}

/// Whether the call may ask for the carry.
static bool readsCarry(const User *U) {
  const auto *Call = dyn_cast<CallInst>(U);
  constexpr unsigned Switches = 3;
  if (!Call || Call->arg_size() <= Switches)
    return false;
  const auto *C = dyn_cast<ConstantInt>(Call->getArgOperand(Switches));
  return !C ||
         C->getZExtValue() & TPC::switchBits(TPC::VPU_ADD_V_V_V, "carry", 1);
}

void TPC::orderCarries(Module &M) {
  SmallVector<Function *, 8> Sums;
  bool IsRead = false;
  for (Function &F : M) {
    bool IsAdd = F.getName().starts_with("llvm.tpc.add.v") ||
                 F.getName().starts_with("llvm.tpc.add.i");
    if (!IsAdd && !F.getName().starts_with("llvm.tpc.sub."))
      continue;
    Sums.push_back(&F);
    IsRead |= IsAdd && any_of(F.users(), readsCarry);
  }
  if (!IsRead)
    return;
  for (Function *F : Sums) {
    F->setMemoryEffects(MemoryEffects::inaccessibleMemOnly());
    F->removeFnAttr(Attribute::Speculatable);
  }
  for (Function &F : M)
    if (!F.isDeclaration())
      F.addFnAttr(UsesCarry);
}

void TPC::addCarryOperands(MachineInstr &MI) {
  MachineFunction &MF = *MI.getMF();
  if (!MF.getFunction().hasFnAttribute(UsesCarry))
    return;
  TPCMachineModel Model(MF.getSubtarget<TPCSubtarget>());
  if (!Model.writesCarry(MI))
    return;
  bool IsScalar = TPCMachineModel::getSlot(MI.getOpcode()) == SpuSlot;
  MCRegister Flag = IsScalar ? TPC::S_CARRY : TPC::V_CARRY;
  auto Add = [&](bool IsDef) {
    MI.addOperand(MF, MachineOperand::CreateReg(Flag, IsDef, /*isImp=*/true));
  };
  Add(/*IsDef=*/true);
  if (Model.readsCarry(MI))
    Add(/*IsDef=*/false);
}
