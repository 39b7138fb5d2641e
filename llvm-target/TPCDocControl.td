//===-- TPCDocControl.td - manual: jumps, loops, HALT ------*- tablegen -*-===//
//
// Part of OpenTPC, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Facts 4.5, 4.6, 5.6, 5.8, 5.10; the classes are described in TPCDoc.td.
//
//===----------------------------------------------------------------------===//

class JumpDoc<string mn> : InstructionDoc<mn, ControlGroup> {
  let Facts = ["4.6", "5.8"];
  let OpenQuestions = [
    "Whether the VPU operation behind a jump that is taken executes. The simulator does not execute it.",
    "What a taken jump costs. The simulator counts the jump itself."];
}
defvar JumpNote = "The guard is the condition. The bundle behind a jump may hold VPU work only, which belongs to the path that falls through; no other operation stands in the bundle of the jump.";
def : JumpDoc<"jmpr"> {
  let Summary = "Jumps by a distance.";
  let Semantics = [{
PC = address of this bundle + a       // signed bytes, a multiple of 32}];
  let Notes = [JumpNote];
  let Operands = [OperandDoc<"a", "label, or distance in bytes">];
  let Examples = [AsmExample<"\nagain:\n\tnop; nop\n\tnop; jmpr again, SP1\n\tnop">];
  let See = ["jmpa", "loop"];
}
def : JumpDoc<"jmpa"> {
  let Summary = "Jumps to an address.";
  let Semantics = [{
a is a register:   PC = a             // bytes from the start of the kernel
a is a label:      PC = address of this bundle + distance}];
  let Notes = [JumpNote];
  let OpenQuestions = [
    "What absolute addresses count from. The simulator counts from the kernel's start. The reference assembler writes a distance where the text has a label.",
    "Whether the VPU operation behind a jump that is taken executes. The simulator does not execute it."];
  let Operands = [OperandDoc<"a", "label, or address">];
  let Examples = [AsmExample<"\n\tnop; jmpa S1\n\tnop">];
  let See = ["jmpr"];
}

def : InstructionDoc<"loop", ControlGroup> {
  let Summary = "Hardware loop.";
  let Semantics = [{
i = start
the bundle behind LOOP executes, once    // delay slot
while (i `cmp` bound)                    // signed, tested before the first pass
  iterator register = i                  // S32 of the outermost loop ... S35
  the body: up to the bundle in front of the label
  i += step}];
  let Notes = [
    "Fills its bundle: no slot is left. Loops nest four deep.",
    "With a false guard the body is skipped.",
    "A body has 7 to 2047 bundles. Rules for its last bundles, for jumps in it and for the iterator are among the [loop rules](../pipeline.md#loops).",
    "The delay slot does not hold jumps, loops or look-ups, and does not write operands of the loop."];
  let OpenQuestions = [
    "Writes of the iterator register in the body. In the simulator they do not change the loop.",
    "The iterator after the loop. In the simulator it is the first value that failed.",
    "Nesting deeper than four, and the flag \"repeat at most once\". The simulator refuses both.",
    "Whether the delay slot executes under a false guard. In the simulator it does."];
  let Facts = ["4.5", "5.6"];
  let Operands = [OperandDoc<"step", "what the iterator grows by after each pass">];
  let Examples = [AsmExample<[{
	loop 0, S1, 1, <, end
	nop
	ld_l S3, 0x10
	nop
	nop
	nop
	nop
	nop
	nop
end:}]>];
  let See = ["jmpr"];
}

def : InstructionDoc<"halt", ControlGroup> {
  let Summary = "Ends the kernel.";
  let Semantics = [{
the kernel ends when its stores are done
the sync object that the launch names is written}];
  let Notes = ["Stands alone: its opcode fills the SPU and the VPU slot. At least three empty bundles follow, six where bundles may be compressed."];
  let OpenQuestions = ["Whether the data cache is flushed at the end by default: a register decides."];
  let Facts = ["4.6", "5.10", "8.7"];
  let Examples = [AsmExample<"\n\thalt">];
}

def : InstructionDoc<"nop", ControlGroup> {
  let Summary = "Leaves a slot empty.";
  let Semantics = [{
nothing}];
  let Notes = ["Not predicated. Slots that a line leaves out are `nop`."];
  let Facts = ["4.8"];
  let Examples = [AsmExample<"\n\tnop">];
}

def : InstructionDoc<"dbg", ControlGroup> {
  let Summary = "For a debugger.";
  let Semantics = [{
?}];
  let OpenQuestions = ["Public sources give opcode and name only. In the simulator it does nothing."];
  let Facts = ["4.8"];
  let Examples = [AsmExample<"\n\tnop; dbg">];
}

def : InstructionDoc<"event", ControlGroup> {
  let Summary = "Writes a word to the trace.";
  let Semantics = [{
a trace record with the payload a, at the stage of the scalar or the vector pipe}];
  let Notes = ["Two events of a bundle are for different stages."];
  let Facts = ["8.7", "5.7"];
  let Operands = [OperandDoc<"a", "payload">];
  let Examples = [AsmExample<"\n\tevent spu 0x1\n\tnop; nop; nop; event vpu S1", ["gaudi2"]>];
}
