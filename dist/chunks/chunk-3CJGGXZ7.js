import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  sum
} from "./chunk-OCSF6W6H.js";

// src/model/rational.ts
function rational(numerator, denominator = 1n) {
  if (denominator === 0n) throw new RangeError(`${numerator.toString()}/0 is no number`);
  const divisor = commonDivisor(numerator, denominator) * (denominator < 0n ? -1n : 1n);
  return { numerator: numerator / divisor, denominator: denominator / divisor };
}
var ZERO = rational(0n);
var ONE = rational(1n);
var isZero = ({ numerator }) => numerator === 0n;
var add = (a, b) => rational(
  a.numerator * b.denominator + b.numerator * a.denominator,
  a.denominator * b.denominator
);
var subtract = (a, b) => add(a, negate(b));
var negate = ({ numerator, denominator }) => ({
  numerator: -numerator,
  denominator
});
var multiply = (a, b) => rational(a.numerator * b.numerator, a.denominator * b.denominator);
var divide = (a, b) => rational(a.numerator * b.denominator, a.denominator * b.numerator);
var power = (base, exponent) => rational(base.numerator ** BigInt(exponent), base.denominator ** BigInt(exponent));
var whole = (value) => rational(BigInt(value));
var toNumber = ({ numerator, denominator }) => Number(numerator) / Number(denominator);
function commonDivisor(a, b) {
  let [large, small] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (small !== 0n) [large, small] = [small, large % small];
  return large;
}

// src/model/formula.ts
var VARIABLES = [
  "nodes",
  "instances",
  "configInstances",
  "configNodes"
];
var sizeIn = (size, variable) => size[variable] ?? 0;
var MAX_DEGREE = 9;
var MAX_FORMULA_CHARACTERS = 500;
var SYMBOLS = {
  nodes: "n",
  instances: "i",
  configInstances: "c",
  configNodes: "m"
};
function formula(terms, fixed) {
  const sums = /* @__PURE__ */ new Map();
  for (const term of terms) {
    const exponents = VARIABLES.map((variable) => sizeIn(term, variable)).join(" ");
    const coefficient = add(sums.get(exponents)?.coefficient ?? ZERO, term.coefficient);
    sums.set(exponents, { ...term, coefficient });
  }
  const kept = [...sums.values()].filter(({ coefficient }) => !isZero(coefficient));
  return { terms: kept.sort(byDegree), ...fixed && fixed.length > 0 && { fixed } };
}
function formatFormula({ terms, fixed }) {
  const [first, ...others] = terms.map(formatTerm);
  const sum2 = [
    first ? first.negative ? `-${first.words}` : first.words : "0",
    ...others.map(({ negative, words }) => `${negative ? "-" : "+"} ${words}`)
  ].join(" ");
  const places = (fixed ?? []).map(({ variable, size }) => `${SYMBOLS[variable]} = ${size}`);
  return places.length > 0 ? `${sum2} at ${places.join(", ")}` : sum2;
}
function parseFormula(text) {
  if (text.length > MAX_FORMULA_CHARACTERS) return void 0;
  const [sum2 = "", condition, ...rest] = text.split(" at ");
  const fixed = condition === void 0 ? void 0 : parseFixed(condition);
  if (rest.length > 0 || condition !== void 0 && !fixed) return void 0;
  const [first = "", ...others] = sum2.split(/ ([+-]) /);
  const signed = first.startsWith("-") ? ["-", first.slice(1)] : ["+", first];
  const words = [...signed, ...others];
  const terms = [];
  for (let i = 0; i < words.length; i += 2) {
    const term = parseTerm(words[i + 1] ?? "", words[i] === "-");
    if (!term) return void 0;
    terms.push(term);
  }
  const parsed = formula(terms, fixed);
  return formatFormula(parsed) === text ? parsed : void 0;
}
function evaluateFormula({ terms, fixed }, size) {
  if (fixed?.some((place) => sizeIn(size, place.variable) !== place.size)) return void 0;
  const values = terms.map(
    (term) => VARIABLES.reduce(
      (product, variable) => multiply(product, power(whole(sizeIn(size, variable)), sizeIn(term, variable))),
      term.coefficient
    )
  );
  return toNumber(values.reduce(add, ZERO));
}
function byDegree(a, b) {
  const [of, than] = [exponentsOf(a), exponentsOf(b)];
  return sum(of) - sum(than) || Math.max(...of) - Math.max(...than) || than.map((exponent, k) => exponent - (of[k] ?? 0)).find((step) => step !== 0) || 0;
}
var exponentsOf = (size) => VARIABLES.map((variable) => sizeIn(size, variable));
function formatPowers(exponents) {
  return VARIABLES.filter((variable) => sizeIn(exponents, variable) > 0).map((variable) => {
    const exponent = sizeIn(exponents, variable);
    return exponent === 1 ? SYMBOLS[variable] : `${SYMBOLS[variable]}^${exponent}`;
  }).join(" ");
}
function formatTerm(term) {
  const { numerator, denominator } = term.coefficient;
  const negative = numerator < 0n;
  const size = (negative ? -numerator : numerator).toString();
  const number = denominator === 1n ? size : `${size}/${denominator.toString()}`;
  const powers = formatPowers(term);
  const words = powers === "" ? number : number === "1" ? powers : `${number} ${powers}`;
  return { negative, words };
}
var NUMBER = /^(\d{1,15})(?:\/(\d{1,15}))?$/;
var POWER = /^([nicm])(?:\^([2-9]))?$/;
function parseTerm(words, negative) {
  const [first = "", ...others] = words.split(" ");
  const number = NUMBER.exec(first);
  const exponents = {
    ...{ nodes: 0, instances: 0 },
    ...{ configInstances: 0, configNodes: 0 }
  };
  for (const factor of number ? others : [first, ...others]) {
    const [, symbol, exponent = "1"] = POWER.exec(factor) ?? [];
    const variable = variableOf(symbol);
    if (variable === void 0) return void 0;
    exponents[variable] += Number(exponent);
  }
  const denominator = BigInt(number?.[2] ?? 1);
  if (denominator === 0n) return void 0;
  const size = number ? rational(BigInt(number[1] ?? 0), denominator) : ONE;
  return { ...exponents, coefficient: negative ? multiply(size, rational(-1n)) : size };
}
function parseFixed(condition) {
  const places = condition.split(", ").map((place) => {
    const [, symbol, size] = /^([nicm]) = (\d{1,6})$/.exec(place) ?? [];
    const variable = variableOf(symbol);
    return variable && { variable, size: Number(size) };
  });
  const fixed = places.filter((place) => place !== void 0);
  const order = fixed.map(({ variable }) => VARIABLES.indexOf(variable));
  const rises = order.every((place, k) => k === 0 || place > (order[k - 1] ?? 0));
  return rises && fixed.length === places.length ? fixed : void 0;
}
var variableOf = (symbol) => VARIABLES.find((variable) => SYMBOLS[variable] === symbol);

// src/model/along.ts
var ALONG = [...VARIABLES, "total"];
var ALONG_SYMBOLS = { ...SYMBOLS, total: "s" };
var sizeAlong = (size, along) => along === "total" ? totalOf(size).nodes : sizeIn(size, along);
var totalOf = (size) => ({
  nodes: size.nodes + sizeIn(size, "configNodes"),
  instances: size.instances + sizeIn(size, "configInstances")
});
function isProportional(totals) {
  const [first, ...others] = totals;
  return others.every(
    ({ nodes, instances }) => instances * (first?.nodes ?? 0) === nodes * (first?.instances ?? 0)
  );
}

export {
  ZERO,
  ONE,
  isZero,
  add,
  subtract,
  negate,
  multiply,
  divide,
  power,
  whole,
  VARIABLES,
  sizeIn,
  MAX_DEGREE,
  MAX_FORMULA_CHARACTERS,
  SYMBOLS,
  formula,
  formatFormula,
  parseFormula,
  evaluateFormula,
  formatPowers,
  ALONG,
  ALONG_SYMBOLS,
  sizeAlong,
  totalOf,
  isProportional
};
