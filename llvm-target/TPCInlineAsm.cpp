//===-- TPCInlineAsm.cpp - Inline assembly to operations ------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// When all registers are known, the text of inline assembly becomes what it
// says: bundles of operations. They are final and stand in blocks of their own,
// so that the code around them is scheduled with regard to each of their
// results, as with any other finished code, and the bundle verifier looks at
// them, too.
//
// A block without operations comes before each of these blocks, if there is no
// other one: what the first bundle has to wait for can be made up for there.
//
//===----------------------------------------------------------------------===//

#include "MCTargetDesc/TPCMCTargetDesc.h"
#include "TPC.h"
#include "TPCAsmText.h"
#include "TPCBlockCode.h"
#include "TPCDependences.h"
#include "TPCMachineFunctionInfo.h"
#include "TPCSubtarget.h"
#include "llvm/CodeGen/LivePhysRegs.h"
#include "llvm/CodeGen/MachineFunctionPass.h"
#include "llvm/CodeGen/MachineInstrBuilder.h"
#include "llvm/CodeGen/MachineInstrBundle.h"
#include <set>

using namespace llvm;
using namespace llvm::TPC;

namespace {

class TPCInlineAsm : public MachineFunctionPass {
  const TPCInstrInfo *TII = nullptr;
  const TPCRegisterInfo *TRI = nullptr;
  MachineFunction *MF = nullptr;
  std::vector<MachineBasicBlock *> Made; ///< blocks

  void checkWrites(AsmText &Text, const MachineInstr &Asm);
  MachineBasicBlock *addBlock(MachineBasicBlock &After);
  MachineBasicBlock *splitBehind(MachineInstr &Asm);
  void addBundle(MachineBasicBlock &MBB, const AsmText::Bundle &Bundle,
                 const MachineInstr &Asm);
  void expand(MachineInstr &Asm);

public:
  static char ID;
  TPCInlineAsm() : MachineFunctionPass(ID) {}
  StringRef getPassName() const override { return "TPC inline assembly"; }
  MachineFunctionProperties getRequiredProperties() const override {
    return MachineFunctionProperties().set(
        MachineFunctionProperties::Property::NoVRegs);
  }
  bool runOnMachineFunction(MachineFunction &Function) override;
};

} // namespace

char TPCInlineAsm::ID = 0;

FunctionPass *llvm::createTPCInlineAsmPass() { return new TPCInlineAsm(); }

/// What the text writes has to be named outside of it, or the compiler would
/// keep something else there.
void TPCInlineAsm::checkWrites(AsmText &Text, const MachineInstr &Asm) {
  std::set<unsigned> Named;
  for (const MachineOperand &MO : Asm.all_defs())
    for (MCRegUnit Unit : TRI->regunits(MO.getReg()))
      Named.insert(Unit);
  for (const AsmText::Bundle &Bundle : Text.bundles())
    for (const MCInst &Inst : Bundle)
      for (unsigned N = 0; N != TII->get(Inst.getOpcode()).getNumDefs(); ++N) {
        MCRegister Reg = Inst.getOperand(N).getReg();
        std::string Name = TRI->getRegAsmName(Reg).str();
        if (TRI->isFixed(Reg))
          Text.report(Inst.getLoc(),
                      Name + " is reserved; inline assembly cannot write it");
        else if (TRI->isInAllocatableClass(Reg) &&
                 any_of(TRI->regunits(Reg),
                        [&](MCRegUnit Unit) { return !Named.count(Unit); }))
          Text.report(Inst.getLoc(), Name +
                                         " is written, but neither an output "
                                         "nor in the list of clobbers");
      }
}

MachineBasicBlock *TPCInlineAsm::addBlock(MachineBasicBlock &After) {
  MachineBasicBlock *MBB = MF->CreateMachineBasicBlock(After.getBasicBlock());
  MF->insert(std::next(After.getIterator()), MBB);
  Made.push_back(MBB);
  return MBB;
}

/// Moves what comes behind \p Asm to a block of its own.
MachineBasicBlock *TPCInlineAsm::splitBehind(MachineInstr &Asm) {
  MachineBasicBlock &Head = *Asm.getParent();
  MachineBasicBlock *Rest = addBlock(Head);
  Rest->splice(Rest->begin(), &Head, std::next(Asm.getIterator()), Head.end());
  Rest->transferSuccessors(&Head);
  // Hardware loops whose last block was split.
  for (MachineBasicBlock &MBB : *MF)
    for (MachineInstr &MI : MBB.terminators())
      if (TPCMachineModel::isLoop(MI) && getLoopLatch(MI) == &Head)
        MI.getOperand(LoopLatch).setMBB(Rest);
  return Rest;
}

void TPCInlineAsm::addBundle(MachineBasicBlock &MBB,
                             const AsmText::Bundle &Bundle,
                             const MachineInstr &Asm) {
  if (Bundle.empty()) {
    BuildMI(MBB, MBB.end(), Asm.getDebugLoc(), TII->get(TPC::SPU_NOP));
    return;
  }
  SmallVector<MachineInstr *, 4> Ops;
  for (const MCInst &Inst : Bundle)
    Ops.push_back(buildOperation(*MF, Asm, Inst));
  putReadersFirst(Ops, *TRI);
  for (MachineInstr *Op : Ops)
    MBB.push_back(Op);
  if (Ops.size() > 1)
    finalizeBundle(MBB, Ops.front()->getIterator(), MBB.instr_end());
}

void TPCInlineAsm::expand(MachineInstr &Asm) {
  AsmText Text(Asm, /*Tells=*/true);
  if (Text.parse())
    checkWrites(Text, Asm);
  if (!Text.bundles().empty() && !Text.hasErrors()) {
    auto &Info = *MF->getInfo<TPCMachineFunctionInfo>();
    MachineBasicBlock *Rest = splitBehind(Asm);
    MachineBasicBlock *Last = Asm.getParent();
    auto Begin = [&] {
      MachineBasicBlock *MBB = addBlock(*Last);
      Last->addSuccessor(MBB);
      Info.setScheduled(*MBB);
      return Last = MBB;
    };
    Begin();
    for (const AsmText::Bundle &Bundle : Text.bundles()) {
      addBundle(*Last, Bundle, Asm);
      // HALT ends blocks, and nothing may come right behind it.
      if (none_of(Bundle, [&](const MCInst &Inst) {
            return TII->get(Inst.getOpcode()).isTerminator();
          }))
        continue;
      Begin();
      for (unsigned N = 0; N != TPCFigure::HALT_NOPS; ++N)
        addBundle(*Last, {}, Asm);
    }
    Last->addSuccessor(Rest);
  }
  Asm.eraseFromParent();
}

bool TPCInlineAsm::runOnMachineFunction(MachineFunction &Function) {
  MF = &Function;
  TII = MF->getSubtarget<TPCSubtarget>().getInstrInfo();
  TRI = MF->getSubtarget<TPCSubtarget>().getRegisterInfo();
  Made.clear();
  std::vector<MachineInstr *> Texts;
  for (MachineBasicBlock &MBB : *MF)
    for (MachineInstr &MI : MBB)
      if (MI.isInlineAsm())
        Texts.push_back(&MI);
  for (MachineInstr *Asm : Texts)
    expand(*Asm);
  fullyRecomputeLiveIns(Made);
  return !Texts.empty();
}
