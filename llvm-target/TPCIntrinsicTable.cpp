//===-- TPCIntrinsicTable.cpp - The llvm.tpc.* functions ------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "TPCIntrinsicTable.h"
#include "MCTargetDesc/TPCBaseInfo.h"
#include "llvm/ADT/STLExtras.h"

using namespace llvm;
using namespace llvm::TPC;

#include "TPCGenIntrinsicTable.inc"

static constexpr StringLiteral Prefix = "llvm.tpc.";

/// The longest name that \p Name begins with, at a dot.
const IntrinsicInfo *TPC::findIntrinsic(StringRef Name) {
  if (!Name.consume_front(Prefix))
    return nullptr;
  for (;;) {
    const auto *Found =
        lower_bound(Intrinsics, Name, [](const IntrinsicInfo &I, StringRef N) {
          return I.Name < N;
        });
    if (Found != std::end(Intrinsics) && Found->Name == Name)
      return Found;
    if (!Name.contains('.'))
      return nullptr;
    Name = Name.rsplit('.').first;
  }
}

StringRef TPC::getIntrinsicTypes(StringRef Name, const IntrinsicInfo &Info) {
  return Name.drop_front(Prefix.size() + Info.Name.size()).ltrim('.');
}
