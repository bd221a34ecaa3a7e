namespace SparkEtl.Spark.Sql;

/// <content>Text and bytes. Positions count from 1, in characters.</content>
public static partial class Functions
{
    /// <summary>The code point of the first character; 0 for an empty text. Spark's <c>ascii</c>.</summary>
    public static Column Ascii(Column column) => Call("ascii", column);

    /// <summary>Bytes as base 64. Spark's <c>base64</c>.</summary>
    public static Column Base64(Column column) => Call("base64", column);

    /// <summary>
    /// The texts, and the elements of arrays of text, that are not null, with a separator between. Spark's <c>concat_ws</c>.
    /// </summary>
    public static Column ConcatWs(string sep, params Column[] columns) => Call("concat_ws", [sep, .. columns]);

    /// <summary>
    /// The text of bytes in a character set: US-ASCII, ISO-8859-1, UTF-8, UTF-16BE, UTF-16LE, UTF-16. Spark's <c>decode</c>.
    /// </summary>
    public static Column Decode(Column column, string charset) => Call("decode", column, charset);

    /// <summary>
    /// The bytes of a text in a character set: US-ASCII, ISO-8859-1, UTF-8, UTF-16BE, UTF-16LE, UTF-16. Spark's <c>encode</c>.
    /// </summary>
    public static Column Encode(Column column, string charset) => Call("encode", column, charset);

    /// <summary>
    /// A number as <c>#,###,###.##</c> with that many decimal places, a half rounded to the even digit. Spark's <c>format_number</c>.
    /// </summary>
    public static Column FormatNumber(Column column, int d) => Call("format_number", column, d);

    /// <summary>The values in a format as Java's <c>String.format</c> has it. Spark's <c>format_string</c>.</summary>
    public static Column FormatString(string format, params Column[] columns) => Call("format_string", [format, .. columns]);

    /// <summary>Each word with its first letter in upper case and the rest in lower case. Spark's <c>initcap</c>.</summary>
    public static Column InitCap(Column column) => Call("initcap", column);

    /// <summary>The position of the first occurrence of the substring; 0 when there is none. Spark's <c>instr</c>.</summary>
    public static Column Instr(Column column, string substring) => Call("instr", column, substring);

    /// <summary>The number of characters of a text, trailing spaces too, or of bytes. Spark's <c>length</c>.</summary>
    public static Column Length(Column column) => Call("length", column);

    /// <summary>The text in lower case. Spark's <c>lower</c>.</summary>
    public static Column Lower(Column column) => Call("lower", column);

    /// <summary>
    /// The number of characters to insert, delete or replace to turn one text into the other. Spark's <c>levenshtein</c>.
    /// </summary>
    public static Column Levenshtein(Column left, Column right) => Call("levenshtein", left, right);

    /// <summary>
    /// The position of the first occurrence of the substring, from a position on; 0 when there is none. Spark's <c>locate</c>.
    /// </summary>
    public static Column Locate(string substring, Column column) => Call("locate", substring, column);

    /// <inheritdoc cref="Locate(string, Column)"/>
    public static Column Locate(string substring, Column column, int pos) => Call("locate", substring, column, pos);

    /// <summary>The text filled from the left, or cut off, to a length. Spark's <c>lpad</c>.</summary>
    public static Column Lpad(Column column, int len, string pad) => Call("lpad", column, len, pad);

    /// <summary>
    /// The text without leading spaces, or without leading characters that are in <c>trimString</c>. Spark's <c>ltrim</c>.
    /// </summary>
    public static Column Ltrim(Column column) => Call("ltrim", column);

    /// <inheritdoc cref="Ltrim(Column)"/>
    public static Column Ltrim(Column column, string trimString) => Call("ltrim", trimString, column);

    /// <summary>
    /// The part of the first match of a Java regular expression that a group has matched (0: all of it); empty when there is no match.
    /// Spark's <c>regexp_extract</c>.
    /// </summary>
    public static Column RegexpExtract(Column column, string exp, int groupIdx) => Call("regexp_extract", column, exp, groupIdx);

    /// <summary>
    /// The text with every match of a Java regular expression replaced; <c>$1</c> is what group 1 matched. Spark's <c>regexp_replace</c>.
    /// </summary>
    public static Column RegexpReplace(Column column, string pattern, string replacement) =>
        Call("regexp_replace", column, pattern, replacement);

    /// <inheritdoc cref="RegexpReplace(Column, string, string)"/>
    public static Column RegexpReplace(Column column, Column pattern, Column replacement) =>
        Call("regexp_replace", column, pattern, replacement);

    /// <summary>The bytes of a base 64 text. Spark's <c>unbase64</c>.</summary>
    public static Column Unbase64(Column column) => Call("unbase64", column);

    /// <summary>The text filled from the right, or cut off, to a length. Spark's <c>rpad</c>.</summary>
    public static Column Rpad(Column column, int len, string pad) => Call("rpad", column, len, pad);

    /// <summary>The text n times. Spark's <c>repeat</c>.</summary>
    public static Column Repeat(Column column, int n) => Call("repeat", column, n);

    /// <summary>
    /// The text without trailing spaces, or without trailing characters that are in <c>trimString</c>. Spark's <c>rtrim</c>.
    /// </summary>
    public static Column Rtrim(Column column) => Call("rtrim", column);

    /// <inheritdoc cref="Rtrim(Column)"/>
    public static Column Rtrim(Column column, string trimString) => Call("rtrim", trimString, column);

    /// <summary>The Soundex code of a text. Spark's <c>soundex</c>.</summary>
    public static Column Soundex(Column column) => Call("soundex", column);

    /// <summary>
    /// The parts of the text between the matches of a Java regular expression; at most <c>limit</c> of them when that is positive.
    /// Spark's <c>split</c>.
    /// </summary>
    public static Column Split(Column column, string pattern) => Call("split", column, pattern);

    /// <inheritdoc cref="Split(Column, string)"/>
    public static Column Split(Column column, string pattern, int limit) => Call("split", column, pattern, limit);

    /// <summary>A part of a text or of bytes; a negative position counts from the end. Spark's <c>substring</c>.</summary>
    public static Column Substring(Column column, int pos, int len) => Call("substring", column, pos, len);

    /// <summary>
    /// What is before that many occurrences of the delimiter, or after them when the number is negative, counting from the end. Spark's
    /// <c>substring_index</c>.
    /// </summary>
    public static Column SubstringIndex(Column column, string delimiter, int count) => Call("substring_index", column, delimiter, count);

    /// <summary>
    /// The text with a part replaced: <c>len</c> characters from <c>pos</c>, the length of the replacement when not given. Spark's
    /// <c>overlay</c>.
    /// </summary>
    public static Column Overlay(Column src, Column replace, Column pos, Column len) => Call("overlay", src, replace, pos, len);

    /// <inheritdoc cref="Overlay(Column, Column, Column, Column)"/>
    public static Column Overlay(Column src, Column replace, Column pos) => Call("overlay", src, replace, pos);

    /// <summary>The text as an array of sentences, each an array of words. Spark's <c>sentences</c>.</summary>
    public static Column Sentences(Column str, Column language, Column country) => Call("sentences", str, language, country);

    /// <inheritdoc cref="Sentences(Column, Column, Column)"/>
    public static Column Sentences(Column str) => Call("sentences", str);

    /// <summary>
    /// The text with each character of the one text replaced by the one at the same place in the other, or removed. Spark's
    /// <c>translate</c>.
    /// </summary>
    public static Column Translate(Column column, string matchingString, string replaceString) =>
        Call("translate", column, matchingString, replaceString);

    /// <summary>The text without spaces at both ends, or without characters that are in <c>trimString</c>. Spark's <c>trim</c>.</summary>
    public static Column Trim(Column column) => Call("trim", column);

    /// <inheritdoc cref="Trim(Column)"/>
    public static Column Trim(Column column, string trimString) => Call("trim", trimString, column);

    /// <summary>The text in upper case. Spark's <c>upper</c>.</summary>
    public static Column Upper(Column column) => Call("upper", column);
}
