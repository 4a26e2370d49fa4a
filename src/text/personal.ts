/** An address to write to by e-mail. */
export const E_MAIL = /[^\s@]+@[^\s@]+\.[^\s@]+/;
/** Sixteen digits, apart or not: the number of an Indonesian identity card or family card. */
export const IDENTITY = /(?<!\d)\d(?:[ .-]?\d){15}(?!\d)/;
/** Indonesian numbers, with or without the country code; nine digits and more, so that 129 and dates are left alone. */
export const PHONE = /(?<![\d-])(?:\+?62|0)[ .-]?\d(?:[ .-]?\d){7,12}(?!\d)/;
/**
 * A form of address with a word in capitals behind it. `Ibu` and `Bapak` at the beginning of a sentence are often no
 * address, but then a word in capitals seldom follows.
 */
export const NAME =
  /(?<![\p{L}])(?:(?:[Ii]bu|[Bb]u|[Bb]apak|[Pp]ak|[Kk]ak|[Mm]bak|[Mm]as|Mrs?|Ms|Miss)\.?|(?:[Ss]dri?|[Aa]n|[Nn]y|[Tt]n|[Nn]n|Dr)\.) (?!(?:Camat|Lurah|Kades|Kepala|Ketua|Guru|Dokter|Bidan|Hakim|Jaksa|Polisi|Ustaz|Pendeta)(?![\p{L}]))\p{Lu}\p{Ll}+/u;
/** A street with its number, a neighbourhood (RT/RW). A word such as `Ketua RT` is none. */
export const ADDRESS =
  /(?<![\p{L}])(?:Jl|Jln|Jalan|Gg|Gang)\.? \p{Lu}\p{Ll}+(?: (?!No(?:mor)?(?![\p{L}]))\p{Lu}\p{Ll}+)*(?:,? ?(?:No|Nomor)\.? ?\d+[A-Za-z]?)?|(?<![\p{L}])RT\.? ?\d{1,3} ?[/,]? ?RW\.? ?\d{1,3}/u;
/** The plate of a vehicle. */
export const PLATE = /(?<![\p{L}\d])[A-Z]{1,2} \d{1,4} [A-Z]{1,3}(?![\p{L}\d])/u;
