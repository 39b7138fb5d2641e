// Literals of bf16: a decimal number and bf. Columns of messages do not move,
// and hexadecimal numbers, comments and texts stay what they are.
//
// RUN: %tpc-clang -O1 -S -emit-llvm -o - %s | FileCheck %s
// RUN: not %tpc-clang -DBAD -fsyntax-only %s 2>&1 | FileCheck %s --check-prefix=BAD

const bf16 constants[] = {1.5bf, -.25bf, 3.bf, 2e3bf, 1.0bf+1.0bf};
// CHECK: @constants = {{.*}}constant [5 x bfloat] [bfloat 0xR3FC0, bfloat 0xRBE80, bfloat 0xR4040, bfloat 0xR44FA, bfloat 0xR4000]

// CHECK: define dso_local void @main(
void main(tensor out, int i) {
  bf16 x = constants[i];
  // One operation of bf16, not one of float with conversions.
  // CHECK: fmul bfloat %{{.*}}, 0xR3FC0
  x = x * 1.5bf;
  // CHECK-NOT: fpext
  int hex = 0x1bf; // 447, 2.bf
  // CHECK: add {{.*}}i32 %{{.*}}, 447
  i += hex;
  bfloat128 v = x + constants[i];
  int5 at = {0};
  v_bf16_st_tnsr(at, out, v_bf16_add_b(v, 0.5bf));
#ifdef BAD
  x = 1.5bf + "0.5bf";
  // BAD: literals-bf16.c:[[#@LINE-1]]:13: error: invalid operands
  // BAD: "0.5bf"
#endif
}
