// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Finds the sections of the manual that have all words of a query. The index,
// searchIndex, is [page, section, address, text] for each section.
"use strict";

(function () {
	const input = document.getElementById("query");
	const list = document.getElementById("results");
	const root = document.body.dataset.root;

	function score(entry, words) {
		const page = entry[0].toLowerCase();
		const section = entry[1].toLowerCase();
		const text = entry[3].toLowerCase();
		let sum = 0;

		for (const word of words) {
			if (page === word)
				sum += 100;
			else if (page.includes(word))
				sum += 20;
			else if (section.includes(word))
				sum += 10;
			else if (text.includes(word))
				sum += 1;
			else
				return 0;
		}
		return page === section ? sum + 5 : sum;
	}

	function item(entry) {
		const li = document.createElement("li");
		const a = document.createElement("a");

		a.href = root + entry[2];
		a.textContent = entry[0] === entry[1]
			? entry[0] : entry[0] + ": " + entry[1];
		li.append(a, " " + entry[3].slice(0, 100));
		return li;
	}

	function search() {
		const words = input.value.toLowerCase().split(/\s+/)
			.filter(Boolean);
		const found = !words.length ? [] : searchIndex
			.map(e => [score(e, words), e])
			.filter(f => f[0])
			.sort((x, y) => y[0] - x[0])
			.slice(0, 30);

		list.hidden = !words.length;
		list.replaceChildren(...found.map(f => item(f[1])));
		if (words.length && !found.length)
			list.textContent = "Nothing found.";
	}

	input.addEventListener("input", search);
	input.addEventListener("keydown", e => {
		if (e.key === "Enter" && list.querySelector("a"))
			location.href = list.querySelector("a").href;
	});
})();
