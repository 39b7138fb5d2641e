//===-- TPCMCAsmInfo.cpp - TPC assembly conventions -----------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "MCTargetDesc/TPCMCAsmInfo.h"
#include "MCTargetDesc/TPCBaseInfo.h"

using namespace llvm;

TPCMCAsmInfo::TPCMCAsmInfo(const Triple &TT) {
  CodePointerSize = 4;
  CalleeSaveStackSlotSize = 4;
  IsLittleEndian = true;

  // A line is one bundle. The semicolon separates its slots; the assembly
  // parser reads on over it, so it never ends a bundle.
  SeparatorString = ";";
  CommentString = "//";

  MinInstAlignment = TPC::HalfBytes;
  MaxInstLength = TPC::BundleBytes;

  Data8bitsDirective = "\t.byte\t";
  Data16bitsDirective = "\t.short\t";
  Data32bitsDirective = "\t.long\t";
  Data64bitsDirective = "\t.quad\t";
  ZeroDirective = "\t.zero\t";

  UsesELFSectionDirectiveForBSS = true;
  // What MCAsmInfoELF sets. It would also add a section that says the stack
  // is not executable; there is no stack.
  HasIdentDirective = true;
  WeakRefDirective = "\t.weak\t";
  PrivateGlobalPrefix = ".L";
  PrivateLabelPrefix = ".L";
  SupportsDebugInformation = true;

  // Numbers are signed: -8 >> 1 is -4.
  UseLogicalShr = false;
}
