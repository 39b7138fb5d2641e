//===-- TPCVerifyBundles.cpp - Checks finished code -----------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Follows all paths through finished code, bundle by bundle, and reports what
// the machine would not do as it is meant: operands that are read before they
// are there, results that land in the wrong order, operations that are too near
// to each other or do not fit into one bundle. Which operations may be how far
// back is known by a flow of sets of distances to a fixed point, which is not
// how the schedulers find out; only the figures are the same.
//
//===----------------------------------------------------------------------===//

#include "TPCVerifyBundles.h"
#include "MCTargetDesc/TPCBaseInfo.h"
#include "MCTargetDesc/TPCMCTargetDesc.h"
#include "TPC.h"
#include "TPCBlockCode.h"
#include "TPCDependences.h"
#include "TPCMachineModel.h"
#include "TPCSubtarget.h"
#include "llvm/CodeGen/MachineFunctionPass.h"
#include "llvm/IR/DiagnosticInfo.h"
#include "llvm/InitializePasses.h"
#include <map>
#include <set>

using namespace llvm;
using namespace llvm::TPC;

#define DEBUG_TYPE "tpc-verify-bundles"

//===----------------------------------------------------------------------===//
// Messages
//===----------------------------------------------------------------------===//

std::string TPC::describe(const MachineInstr &MI) {
  std::string Text;
  raw_string_ostream OS(Text);
  MI.print(OS, /*IsStandalone=*/true, /*SkipOpers=*/false,
           /*SkipDebugLoc=*/true, /*AddNewLine=*/false);
  return "'" + StringRef(Text).trim().str() + "'";
}

void TPC::reportCode(const MachineInstr &MI, const Twine &Message) {
  const Function &F = MI.getMF()->getFunction();
  const DebugLoc &DL = MI.getDebugLoc();
  std::string Where = "bb." + std::to_string(MI.getParent()->getNumber());
  F.getContext().diagnose(DiagnosticInfoUnsupported(
      F, Where + ": " + describe(MI) + ": " + Message,
      DL ? DiagnosticLocation(DL) : DiagnosticLocation(F.getSubprogram())));
}

//===----------------------------------------------------------------------===//
// What may be how far back
//===----------------------------------------------------------------------===//

namespace {

/// Bit d: d bundles ago.
using Ages = uint32_t;
constexpr unsigned MaxAge = 30;
/// It is a jump right before this bundle that was not taken.
constexpr Ages Fell = 1u << 31;

/// Numbered, so that the order of messages does not depend on addresses.
struct Operation {
  unsigned Number;
  const MachineInstr *MI;

  bool operator<(const Operation &Other) const { return Number < Other.Number; }
};

struct State {
  /// An operation and the operand that it writes.
  using Result = std::pair<Operation, unsigned>;
  /// Writes that make up a register unit's value and may be in flight.
  std::map<unsigned, std::map<Result, Ages>> Writes;
  std::map<Operation, Ages> Recent;

  bool join(const State &Other);
  void advance();
};

Ages grow(Ages A) { return (A & ~Fell) << 1 & ((2u << MaxAge) - 1); }

template <typename Map> bool joinInto(Map &Into, const Map &From) {
  bool Changed = false;
  for (auto &[Key, Value] : From) {
    Ages &Here = Into[Key];
    Changed |= (Here | Value) != Here;
    Here |= Value;
  }
  return Changed;
}

template <typename Map> void growAll(Map &M) {
  for (auto It = M.begin(); It != M.end();) {
    It->second = grow(It->second);
    It = It->second ? std::next(It) : M.erase(It);
  }
}

class Flow {
  const TPCMachineModel &Model;
  const TargetRegisterInfo &TRI;
  DenseMap<const MachineBasicBlock *, BlockCode> Blocks;
  DenseMap<const MachineBasicBlock *, State> Entry;
  DenseSet<const MachineBasicBlock *> Reached;
  DenseMap<const MachineInstr *, unsigned> Numbers;
  bool Reporting = false;
  std::set<std::pair<const MachineInstr *, std::string>> Told;

  Operation numbered(const MachineInstr &MI) const {
    return {Numbers.lookup(&MI), &MI};
  }
  void report(const MachineInstr &MI, const Twine &Message);
  void run(const MachineBasicBlock &MBB,
           SmallVectorImpl<const MachineBasicBlock *> &Changed);
  void leave(const MachineBasicBlock &MBB, const BlockExit &Exit, State S,
             SmallVectorImpl<const MachineBasicBlock *> &Changed);
  void execute(const BundleOps &Bundle, State &S);
  unsigned carryUnit(const MachineInstr &MI) const;
  void checkReads(const MachineInstr &MI, const State &S);
  void checkCarry(const MachineInstr &MI, const State &S);
  void checkWrites(const MachineInstr &MI, const State &S);
  void checkRules(const MachineInstr &MI, const State &S);
  void checkIterator(const MachineInstr &Changes, const State &S,
                     unsigned Within);
  void checkBundle(const BundleOps &Bundle);
  void write(const MachineInstr &MI, State &S);

public:
  Flow(const TPCMachineModel &Model, const TargetRegisterInfo &TRI)
      : Model(Model), TRI(TRI) {}
  void check(const MachineFunction &MF);
};

} // namespace

bool State::join(const State &Other) {
  bool Changed = joinInto(Recent, Other.Recent);
  for (auto &[Unit, From] : Other.Writes)
    Changed |= joinInto(Writes[Unit], From);
  return Changed;
}

void State::advance() {
  growAll(Recent);
  for (auto It = Writes.begin(); It != Writes.end();) {
    growAll(It->second);
    It = It->second.empty() ? Writes.erase(It) : std::next(It);
  }
}

static unsigned youngest(Ages A) { return unsigned(countr_zero(A & ~Fell)); }

void Flow::report(const MachineInstr &MI, const Twine &Message) {
  std::string Text = Message.str();
  if (Reporting && Told.insert({&MI, Text}).second)
    reportCode(MI, Text);
}

//===----------------------------------------------------------------------===//
// One bundle
//===----------------------------------------------------------------------===//

void Flow::checkReads(const MachineInstr &MI, const State &S) {
  forEachUse(MI, TRI, [&](unsigned Unit, unsigned I) {
    auto It = S.Writes.find(Unit);
    if (It == S.Writes.end())
      return;
    for (auto &[Def, A] : It->second) {
      unsigned Needed = Model.getLatency(*Def.first.MI, Def.second, MI, I);
      if (youngest(A) < Needed)
        report(MI, "operand " + Twine(I) + " is read " + Twine(youngest(A)) +
                       " bundles behind " + describe(*Def.first.MI) +
                       ", whose result is there after " + Twine(Needed));
    }
  });
}

/// The carry flag of the pipe that \p MI runs in, as a register unit.
unsigned Flow::carryUnit(const MachineInstr &MI) const {
  bool IsScalar = TPCMachineModel::getSlot(MI.getOpcode()) == SpuSlot;
  return *TRI.regunits(IsScalar ? TPC::S_CARRY : TPC::V_CARRY).begin();
}

void Flow::checkCarry(const MachineInstr &MI, const State &S) {
  auto It = S.Writes.find(carryUnit(MI));
  if (!Model.readsCarry(MI) || It == S.Writes.end())
    return;
  for (auto &[Def, A] : It->second) {
    unsigned Needed = Model.getCarryLatency(*Def.first.MI, MI);
    if (youngest(A) < Needed)
      report(MI, "the carry is read " + Twine(youngest(A)) +
                     " bundles behind " + describe(*Def.first.MI) +
                     ", whose carry is there after " + Twine(Needed));
  }
}

void Flow::checkWrites(const MachineInstr &MI, const State &S) {
  forEachDef(MI, TRI, [&](unsigned Unit, unsigned I) {
    auto It = S.Writes.find(Unit);
    if (It == S.Writes.end())
      return;
    for (auto &[Def, A] : It->second) {
      unsigned Needed =
          Model.getDefDefDistance(*Def.first.MI, Def.second, MI, I);
      if (youngest(A) < Needed)
        report(MI, "writes its result " + Twine(youngest(A)) +
                       " bundles behind " + describe(*Def.first.MI) +
                       ", which writes the same register; " + Twine(Needed) +
                       " are needed");
    }
  });
}

void Flow::checkRules(const MachineInstr &MI, const State &S) {
  for (auto &[Other, A] : S.Recent) {
    Ages Where = A;
    Model.forEachRule(
        *Other.MI, MI, /*SameDest=*/false, /*FallThrough=*/A & Fell,
        [&, First = Other.MI](const TPCDistanceRule &R) {
          for (unsigned D = 1; D <= MaxAge; ++D)
            if (Where >> D & 1 && (D < R.Min || int(D) == R.NotExactly))
              report(MI, R.Record + ": " + R.Text + ": " + Twine(D) +
                             " bundles behind " + describe(*First));
        });
  }
}

/// The iterators that \p Changes writes have been read by the vector pipe.
void Flow::checkIterator(const MachineInstr &Changes, const State &S,
                         unsigned Within) {
  std::set<unsigned> Units;
  for (const MachineOperand &MO : Changes.all_defs())
    for (MCRegUnit Unit : TRI.regunits(MO.getReg()))
      Units.insert(Unit);
  for (auto &[Other, A] : S.Recent)
    forEachUse(
        *Other.MI, TRI,
        [&, First = Other.MI, D = youngest(A)](unsigned Unit, unsigned I) {
          if (Units.count(Unit) && D <= Within && Model.isReadLate(*First, I))
            report(*First, "the vector pipe reads an iterator " + Twine(D) +
                               " bundles before " + describe(Changes) +
                               " changes it; more than " + Twine(Within) +
                               " are needed");
        });
}

void Flow::checkBundle(const BundleOps &Bundle) {
  for (unsigned I = 0; I != Bundle.size(); ++I)
    for (unsigned J = I + 1; J != Bundle.size(); ++J) {
      std::string Why;
      if (!Model.canShare(*Bundle[I], *Bundle[J], &Why))
        report(*Bundle[J],
               Why + ": in one bundle with " + describe(*Bundle[I]));
      forEachDef(*Bundle[I], TRI, [&](unsigned Unit, unsigned) {
        forEachDef(*Bundle[J], TRI, [&](unsigned Other, unsigned) {
          if (Unit == Other)
            report(*Bundle[J], "writes the register that " +
                                   describe(*Bundle[I]) +
                                   " writes in the same bundle");
        });
      });
    }
}

void Flow::write(const MachineInstr &MI, State &S) {
  bool Merges = mergesResult(Model, MI);
  forEachDef(MI, TRI, [&](unsigned Unit, unsigned I) {
    if (!Merges)
      S.Writes[Unit].clear();
    S.Writes[Unit][{numbered(MI), I}] |= 1;
  });
  if (Model.writesCarry(MI))
    S.Writes[carryUnit(MI)] = {{{numbered(MI), 0}, 1}};
  S.Recent[numbered(MI)] |= 1;
}

void Flow::execute(const BundleOps &Bundle, State &S) {
  checkBundle(Bundle);
  for (const MachineInstr *MI : Bundle) {
    checkReads(*MI, S);
    checkCarry(*MI, S);
    checkWrites(*MI, S);
    checkRules(*MI, S);
    if (TPCMachineModel::isLoop(*MI))
      checkIterator(*MI, S, TPCFigure::LOOP_ITERATOR_USE_BEFORE);
  }
  for (const MachineInstr *MI : Bundle)
    write(*MI, S);
  S.advance();
}

//===----------------------------------------------------------------------===//
// All paths
//===----------------------------------------------------------------------===//

void Flow::leave(const MachineBasicBlock &MBB, const BlockExit &Exit, State S,
                 SmallVectorImpl<const MachineBasicBlock *> &Changed) {
  if (!MBB.empty() && MBB.back().getOpcode() == TPC::LOOP_END &&
      Exit.After == Blocks[&MBB].Bundles.size())
    checkIterator(MBB.back(), S, TPCFigure::LOOP_ITERATOR_USE_END);
  if (Exit.FallsThrough && Exit.After)
    for (const MachineInstr *MI : Blocks[&MBB].Bundles[Exit.After - 1])
      if (MI->isBranch())
        S.Recent[numbered(*MI)] |= Fell;
  bool IsNew = Reached.insert(Exit.To).second;
  if (Entry[Exit.To].join(S) || IsNew)
    Changed.push_back(Exit.To);
}

void Flow::run(const MachineBasicBlock &MBB,
               SmallVectorImpl<const MachineBasicBlock *> &Changed) {
  const BlockCode &Code = Blocks[&MBB];
  State S = Entry[&MBB];
  for (unsigned I = 0;; ++I) {
    for (const BlockExit &Exit : Code.Exits)
      if (Exit.After == I)
        leave(MBB, Exit, S, Changed);
    if (I == Code.Bundles.size())
      return;
    // Behind a jump that was not taken within the block.
    if (I)
      for (const MachineInstr *MI : Code.Bundles[I - 1])
        if (MI->isBranch())
          S.Recent[numbered(*MI)] |= Fell;
    execute(Code.Bundles[I], S);
  }
}

void Flow::check(const MachineFunction &MF) {
  assert(std::max(Model.getMaxLatency(), Model.orderDepth()) <= MaxAge &&
         "a state does not reach back far enough");
  for (const MachineBasicBlock &MBB : MF) {
    Blocks[&MBB] = getBlockCode(MBB);
    for (const BundleOps &Bundle : Blocks[&MBB].Bundles)
      for (const MachineInstr *MI : Bundle)
        Numbers.insert({MI, unsigned(Numbers.size())});
  }
  SmallVector<const MachineBasicBlock *, 8> Todo{&MF.front()};
  Reached.insert(&MF.front());
  while (!Todo.empty())
    run(*Todo.pop_back_val(), Todo);
  Reporting = true;
  SmallVector<const MachineBasicBlock *, 8> Ignored;
  for (const MachineBasicBlock &MBB : MF)
    if (Reached.count(&MBB))
      run(MBB, Ignored);
}

//===----------------------------------------------------------------------===//
// The pass
//===----------------------------------------------------------------------===//

namespace {

class TPCVerifyBundles : public MachineFunctionPass {
public:
  static char ID;
  TPCVerifyBundles() : MachineFunctionPass(ID) {
    initializeTPCVerifyBundlesPass(*PassRegistry::getPassRegistry());
  }
  StringRef getPassName() const override { return "TPC bundle verifier"; }
  void getAnalysisUsage(AnalysisUsage &AU) const override {
    AU.setPreservesAll();
    MachineFunctionPass::getAnalysisUsage(AU);
  }
  bool runOnMachineFunction(MachineFunction &MF) override {
    const auto &STI = MF.getSubtarget<TPCSubtarget>();
    TPCMachineModel Model(STI);
    Flow(Model, *STI.getRegisterInfo()).check(MF);
    verifyLoops(MF);
    return false;
  }
};

} // namespace

char TPCVerifyBundles::ID = 0;

INITIALIZE_PASS(TPCVerifyBundles, DEBUG_TYPE, "TPC bundle verifier", false,
                true)

FunctionPass *llvm::createTPCVerifyBundlesPass() {
  return new TPCVerifyBundles();
}
