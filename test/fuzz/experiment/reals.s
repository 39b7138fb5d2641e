@tensor x f32[7] in = each(i) sqrt(i) / pow(2, i) - bf16(exp(.5e1)) // comment
@tensor y f32[7] out
@expect y[i] = x[i] > 0 && !(i == 3) || 0x10 ^ 3 ? f32(x[i] * 2) : -max(k: 0..dim(x, 0)) x[k] within 2ulp
