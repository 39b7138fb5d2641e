// Look-up tables leave 16 of the 80 KiB of vector local memory to a kernel.
//
// RUN: %tpc-clang -O1 -c %s -DCALL= -o %t.o
// RUN: not %tpc-clang -O1 -c %s -DCALL=look_up -o %t.bad.o 2>&1 | FileCheck %s
// RUN: not ls %t.bad.o
// CHECK: vector local memory exceeded: {{[0-9]+}} bytes are needed for variables and saved registers, 16384 exist beside look-up tables
float64 data[80];

float64 look_up(float64 x) {
  return v_f32_lookup_1c(as_uint64(x), e_fp32_tanh, SW_BV32, 0);
}

void main(tensor in, tensor out, int n) {
  int5 at = {0};
  for (int i = 0; i < 80; i++) {
    at[0] = 64 * i;
    data[i] = v_f32_ld_tnsr_b(at, in);
  }
  at[0] = 0;
  v_f32_st_tnsr(at, out, CALL(data[n]));
}
