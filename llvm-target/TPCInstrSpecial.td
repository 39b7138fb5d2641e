//===-- TPCInstrSpecial.td - LOOP and HALT -----------------*- tablegen -*-===//
//
// Part of OpenTPC, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

// HALT stands in both computing slots of its bundle.
let isTerminator = 1, isBarrier = 1, hasSideEffects = 1 in {
  def SPU_HALT : SlotInst<SpuSlot, 0x20, "halt", (outs), (ins), "halt">;
  def VPU_HALT : SlotInst<VpuSlot, 0x20, "halt", (outs), (ins), "halt">;
}

// LOOP start, bound, step, comparison, label[, 1][, predicate]
//
// A register operand is named by its field. An immediate lies in a field of
// its own; its lowest bits also fill the register field, as the reference
// assembler leaves them there. The label stands after the last bundle of the
// body; LoopEnd is the distance to that last bundle. The operand 1 is the
// "repeat at most once" flag.
class LoopInst<bits<3> immediate, dag sources, string operands, bit once>
    : TPCInst<LoopSlot, "loop", (outs),
              !con(sources, (ins LoopCmp:$cmp, LoopEnd:$end),
                   !if(once, (ins UImm1:$rep), (ins)), (ins SPred:$pred)),
              "loop " # operands # ", $cmp, $end" # !if(once, ", $rep", "") #
                "${pred}"> {
  bits<32> NoImm = 0;
  bits<32> StartImm = 0;
  bits<32> BoundImm = 0;
  bits<32> StepImm = 0;
  bits<41> start;
  bits<41> bound;
  bits<41> step;
  bits<3> cmp;
  bits<16> end;
  bits<1> rep;
  bits<6> pred;

  let SrcA = !if(immediate{0}, {NoImm{1}, NoImm{0}, start{6-0}}, start{8-0});
  let SrcB = !if(immediate{1}, {NoImm{1}, NoImm{0}, bound{6-0}}, bound{8-0});
  let Dest = !if(immediate{2}, {NoImm{2}, NoImm{1}, NoImm{0}, step{5-0}},
                 step{8-0});
  let StartImm = !if(immediate{0}, start{31-0}, NoImm);
  let BoundImm = !if(immediate{1}, bound{31-0}, NoImm);
  let StepImm = !if(immediate{2}, step{31-0}, NoImm);
  let Pol = pred{5};
  let Pred = {0, pred{3}, pred{2}, pred{1}, pred{0}};

  bits<256> Inst;
  let Inst{7-0} = 0x22;
  let Inst{16-8} = SrcA;
  let Inst{25-17} = SrcB;
  let Inst{34-26} = SrcC;
  let Inst{43-35} = SrcD;
  let Inst{52-44} = Dest;
  let Inst{64-53} = 0;
  let Inst{65} = Pol;
  let Inst{70-66} = Pred;
  let Inst{127-71} = 0;
  let Inst{130-128} = immediate;
  let Inst{131} = !if(once, rep{0}, NoImm{0});
  let Inst{134-132} = cmp;
  let Inst{135} = 0;
  let Inst{151-136} = end;
  let Inst{159-152} = 0;
  let Inst{191-160} = StartImm;
  let Inst{223-192} = BoundImm;
  let Inst{255-224} = StepImm;

  let hasSideEffects = 1;
  let isTerminator = 1;
  let isNotDuplicable = 1;
}

class LoopArg<string letter, bit imm, DAGOperand op> {
  string Letter = letter;
  bit IsImm = imm;
  DAGOperand Op = op;
}
def LoopArgS : LoopArg<"S", 0, SRF>;
def LoopArgImm : LoopArg<"IMM", 1, LoopImm>;

foreach s = [LoopArgS, LoopArgImm] in
foreach b = [LoopArgS, LoopArgImm] in
foreach t = [LoopArgS, LoopArgImm] in {
  def LOOP_#s.Letter#_#b.Letter#_#t.Letter
      : LoopInst<{t.IsImm, b.IsImm, s.IsImm},
                 (ins s.Op:$start, b.Op:$bound, t.Op:$step),
                 "$start, $bound, $step", 0>;
  def LOOP_ONCE_#s.Letter#_#b.Letter#_#t.Letter
      : LoopInst<{t.IsImm, b.IsImm, s.IsImm},
                 (ins s.Op:$start, b.Op:$bound, t.Op:$step),
                 "$start, $bound, $step", 1> {
    let DecodeLast = 1;
  }
}
