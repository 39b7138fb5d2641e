" TPC assembly is in .s files, as other assembly is: what tells it apart are
" operations that no other processor has, and the headers of experiments.
" SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

function! s:Detect() abort
  let l:first = join(getline(1, 300), "\n")
  if l:first =~? '\v<(ld_tnsr|st_tnsr|set_indx|ld_l_v|st_l_v|mov_irf_dim)>'
        \ || l:first =~? '\v(^|\n)\s*nop;' || l:first =~# '\v(^|\n)\@tensor>'
    set filetype=tpc
  endif
endfunction

autocmd BufRead,BufNewFile *.s,*.S call s:Detect()
autocmd BufRead,BufNewFile *.tpc set filetype=tpc
