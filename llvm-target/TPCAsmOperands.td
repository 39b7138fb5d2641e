//===-- TPCAsmOperands.td - operands of the asm matcher ----*- tablegen -*-===//
//
// Part of OpenTPC, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// How LLVM's assembly matcher tests and stores the operands of the records.
// The classes are found by the operand's Kind (TPCInstrFormats.td).
//
//===----------------------------------------------------------------------===//

// Each slot has a name space of mnemonics of its own: "add" exists in two.
def LoadAsm : AsmParserVariant {
  let Variant = 0;
  let Name = "LOAD";
}
def SpuAsm : AsmParserVariant {
  let Variant = 1;
  let Name = "SPU";
}
def VpuAsm : AsmParserVariant {
  let Variant = 2;
  let Name = "VPU";
}
def StoreAsm : AsmParserVariant {
  let Variant = 3;
  let Name = "STORE";
}
def LoopAsm : AsmParserVariant {
  let Variant = 4;
  let Name = "LOOP";
}

def TPCAsmMatcher : AsmParser {
  let ShouldEmitMatchRegisterAltName = 1;
}

class TPCAsmClass<string name, string render> : AsmOperandClass {
  let Name = name;
  let PredicateMethod = "is"#name;
  let RenderMethod = "add"#render#"Operands";
}

def IMM32Asm : TPCAsmClass<"Imm32", "Imm32">;
def SAMEIMMAsm : TPCAsmClass<"SameImm", "Imm32"> {
  let PredicateMethod = "isImm32";
}
def MASK32Asm : TPCAsmClass<"Imm32Mask", "Imm32"> {
  let PredicateMethod = "isImm32";
}
def DIMMASKAsm : TPCAsmClass<"DimMask", "Expr">;
def BRTARGETAsm : TPCAsmClass<"BrTarget", "Expr">;
def LOOPIMMAsm : TPCAsmClass<"LoopImm", "Imm32">;
def LOOPCMPAsm : TPCAsmClass<"LoopCmp", "Expr">;
def LOOPENDAsm : TPCAsmClass<"LoopEnd", "Expr">;

// What may be left out. The parser fills in type and switches when the form
// is known, since their legal values and defaults depend on it.
let IsOptional = 1 in {
  def TYPEAsm : TPCAsmClass<"TypeOp", "Expr"> {
    let DefaultMethod = "defaultNumberOperand";
  }
  def SWITCHESAsm : TPCAsmClass<"SwitchOp", "Expr"> {
    let DefaultMethod = "defaultNumberOperand";
  }
  def SPREDAsm : TPCAsmClass<"SPred", "Pred"> {
    let DefaultMethod = "defaultPredOperand";
  }
  def ANYPREDAsm : TPCAsmClass<"AnyPred", "Pred"> {
    let DefaultMethod = "defaultPredOperand";
  }
}

// The base of UImm<n>; the sized ones are chosen by UImm itself.
def UIMMAsm : TPCAsmClass<"UImm32", "Imm32"> {
  let PredicateMethod = "isImm32";
}
class UImmAsm<int n> : TPCAsmClass<"UImm"#n, "Imm32"> {
  let PredicateMethod = "isUImm<"#n#">";
}
foreach n = [1, 2, 3, 4, 5, 6, 7, 8, 9] in
def UImm#n#Asm : UImmAsm<n>;
