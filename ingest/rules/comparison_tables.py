"""Tables whose columns or rows are the subjects of a comparison."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from graph.names import fold_words
from ingest.claims import Cite, Compared, Row, SameThing, qualify
from ingest.compared_names import is_side
from ingest.document import Block, BlockKind
from ingest.name_weight import is_quality
from ingest.node_names import clean_name, is_generic
from ingest.scope import Scope

__all__ = ["column_rows", "read_comparison_tables", "subject_rows", "without_remarks"]

_RULE = "comparison table"
_RULE_ROWS = "table of subjects"  # sets its rows side by side and says of no two that they are compared
_DIMENSION_HEAD = re.compile(
    r"^(?:\W*|features?|aspects?|attributes?|criteri\w+|property|properties|characteristics?|dimensions?|category"
    r"|comparison|topic|factor|point|area|parameters?|difference|capability|item|situation|scenario|case|requirements?|functionality|situação|situación|escenario|cenário|caso"
    r"|特徴|項目|比較項目|特性|caracter[ií]sticas?"
    r"|aspectos?|criterios?|critérios?|conceptos?|conceitos?|propiedad(?:es)?|propriedades?|diferencias?|diferenças?|funcionalidad(?:es)?"
    r"|funcionalidades?|puntos?|pontos?|temas?|elementos?|atributos?|factor(?:es)?|fator(?:es)?|métricas?|comparación|comparação|categor[ií]as?"
    r"|对比项目?|比较项目?|方面|特点|对比|项目|維度|(?:对比|比较)?维度|比[較较](?:内容)?|区别|差异|异同点?|不同点|指标|类别|功能|标准|属性|性质|要素)$",
    re.IGNORECASE,
)
_NOT_SUBJECT = re.compile(
    r"^(?:choose|when|if|then|use when|description|meaning|value|values|notes?|details?|examples?|default|type|types|required|name|purpose|usage|use"
    r"|explanation|comments?|status|link|url|version|since|until|date|price|cost|unit|syntax|command|result|output"
    r"|input|before|after|yes|no|pros|cons|advantages?|disadvantages?|summary|answer|question|time|size|count|total"
    r"|owner|responsib\w+|role|service|function|component|resource|tool|term|concept|key|column|field|parameter|option|説明|概要|内容|意味|用途|描述|说明|valor|descripción|descrição|ventaja|desventaja"
    r"|vantagem|vantagens|desvantagem|desvantagens|ejemplo|exemplo|tipo|nota|significado|uso|precio|preço|nombre|nome|fecha|data"
    r"|优点|缺点|优势|劣势|类型|默认值|示例|例子|名称|备注|含义|作用|价格|版本|命令|参数|链接|结果)s?$",
    re.IGNORECASE,
)
_REMARKS = re.compile(r"^(?:summary|notes?|comments?|remarks?)$", re.IGNORECASE)
_REFERENCE_HEAD = re.compile(
    r"\b(?:fields?|parameters?|params?|propert\w+|keys?|names?|columns?|arguments?|flags?|variables?|attributes?|settings?"
    r"|commands?|metrics?|dimensions?|actions?|operations?|regions?|ports?|codes?|errors?|dates?|versions?|durations?|files?"
    r"|paths?|urls?|links?|steps?|questions?|questões|terms?|words?|labels?|permissions?|values?|examples?|responsibilit\w+|n[ou]mbers?|#|no|campos?|par[áâ]metros?|comandos?|opci[óo]n(?:es)?"
    r"|opç(?:ão|ões)|archivos?|arquivos?|rutas?|caminhos?|preguntas?|perguntas?|t[ée]rminos?|termos?|palabras?|palavras?|métodos?"
    r"|a[çc](?:ão|ões)|acci[óo]n(?:es)?|atajos?|atalhos?|funci[óo]n(?:es)?|fun[çc](?:ão|ões)|fechas?|datas?|puertos?|portas?|nombres?|nomes?|planos?)\b"
    r"|参数|字段|命令|属性|方法|函数|选项|端口|文件|路径|错误|问题|术语|单词|权限|名称|变量|关键字|日期|状态码|快捷键|操作|动作|コマンド|引数|パラメータ",
    re.IGNORECASE,
)
_REFERENCE_DIMENSION = re.compile(
    r"^(?:required|default|type|url|links?|version|status|since|until|date|owner|example|syntax|values?|notes?|comments?"
    r"|descriptions?|meaning|definitions?|details?|explanation|purpose|name|id|arn|source|file|command|weight|chapter"
    r"|説明|概要|内容|描述|说明|descripción|descrição|tipo|valor(?:es)?|ejemplos?|exemplos?|notas?|significado|uso|requerido|obligatorio"
    r"|obrigatório|enlaces?|precio|preço|versión|versão|默认值?|类型|必填|是否必须|示例|例子|备注|用途|作用|含义|链接|版本|名称|日期|价格)$",
    re.IGNORECASE,
)
_SCENARIO = re.compile(r"situation|scenario|case|situação|situación|escenario|cenário|caso", re.IGNORECASE)
_COMPARING = re.compile(
    r"\b(?:compar\w+|vs\.?|versus|differences?|diferen\w+)\b|比較|違い|对比|比较|区别|差异|差别|异同|對比|區別|差異",
    re.IGNORECASE,
)
_SLASH = re.compile(r"\s*/\s*")  # "Feature / Aspect"
_CHOSEN = re.compile(r"^(?:use|usar|choose|pick|when to use) (?=\S)", re.IGNORECASE)
_LETTER = re.compile(r"[A-Z]")  # C, R
_EXAMPLES = re.compile(r"\s*\((?:e\.g\.)?[^()]*,[^()]*\)$")  # "Graph (Neo4j, JanusGraph)"
_PARENTHESIS = re.compile(r"\s*[(（][^()（）]*[)）]")
_YES_NO = re.compile(r"^\W*(?:yes|no|true|false|sí|sim|não|是|否|✓|✗|✅|❌)?\W*$", re.IGNORECASE)
_NUMBER = re.compile(r"^\W*\d[\d.,]*\W*\w{0,6}$")
_NUMBER_SHARE = 0.4
_MAX_SUBJECTS = 8
_MIN_DIMENSIONS = 2  # beside a column that only describes; one more where there is one


def read_comparison_tables(scope: Scope) -> Iterator[Compared | SameThing]:
    """Yield tables with a dimension column and columns that are subjects, and tables with a subject in each row."""
    for index, block in scope.blocks(BlockKind.TABLE):
        if block.header is None or len(block.rows) < (1 if _is_comparing(scope, block) else 2):
            continue
        table = _compared(scope, index, block)
        if table is None:
            continue
        names, rows, rule = table
        about = scope.about(index)
        owner = about.ref if about else ""
        cite = scope.cite_header(block, rule, about)
        yield Compared(" vs ".join(names), names, owner, rows, cite, block.last)
        yield from without_remarks(names, owner, cite)


def _compared(scope: Scope, index: int, block: Block) -> tuple[tuple[str, ...], tuple[Row, ...], str] | None:
    """What a table compares, its rows as dimensions, and the rule that reads it: by its columns, else by its rows."""
    header = [clean_name(cell.text.plain) for cell in block.header.cells] if block.header else []
    subjects = _subjects(scope, block, header)
    if subjects:
        return tuple(subjects), column_rows(block, range(1, len(subjects) + 1), names=0), _RULE
    if _columns_are_opposed(scope, index, header):
        return tuple(header), column_rows(block, range(len(header)), names=None), _RULE
    if not _rows_are_subjects(scope, block, header):
        return None
    names, rows = subject_rows(block)
    return (names, rows, _RULE if _is_comparing(scope, block) else _RULE_ROWS) if names else None


def _subjects(scope: Scope, block: Block, header: Sequence[str]) -> list[str]:
    """The columns' heads, where they are subjects; "Scenario | Route | Next hop" has what is to be done in each, but
    "Scenario | Use this | Use that" which of the two."""
    subjects = _column_subjects(header[:-1] if len(header) > 3 and _only_tells_whether(block) else header)
    cases = bool(subjects) and _SCENARIO.fullmatch(header[0]) is not None and not all(map(_CHOSEN.match, header[1:]))
    return [] if cases and not all(_is_named(scope, name) for name in subjects) else subjects


def _is_named(scope: Scope, name: str) -> bool:
    """Whether a column's head is written as a proper name, or a section is on it."""
    headed = (heading.name for heading in scope.topics.headings if heading is not None)
    return scope.proper.any_in(name) or any(fold_words(name) == fold_words(other) for other in headed)


def _only_tells_whether(block: Block) -> bool:
    """A last column of yes and no beside columns of other values is a quality of the rows: "Adjustable"."""
    cells = [[_value(cell.text.plain) for cell in row.cells] for row in block.rows]
    last = [bool(_YES_NO.match(row[-1])) for row in cells if row]
    others = [bool(_YES_NO.match(cell)) for row in cells for cell in row[1:-1]]
    return bool(last) and all(last) and not any(others)


def _column_subjects(header: Sequence[str]) -> list[str]:
    subjects = list(header[1:])
    if len(subjects) > 2 and _REMARKS.match(subjects[-1]):
        subjects = subjects[:-1]
    if not header or not all(map(_DIMENSION_HEAD.match, _SLASH.split(header[0]))):
        return []
    if all(map(_CHOSEN.match, subjects)):
        subjects = [_CHOSEN.sub("", name) for name in subjects]
    if not 2 <= len(subjects) <= _MAX_SUBJECTS or len(set(subjects)) < len(subjects):
        return []
    return subjects if all(map(_is_column_name, subjects)) else []


def _is_column_name(name: str) -> bool:
    return (is_side(name) or _LETTER.fullmatch(name) is not None) and not _is_no_subject(name)


def _is_no_subject(name: str) -> bool:
    return is_generic(name) or bool(_NOT_SUBJECT.match(name))


def _columns_are_opposed(scope: Scope, index: int, header: Sequence[str]) -> bool:
    """Subjects side by side and nothing else: the words right above name them all, or say that they are compared."""
    block = scope.document.blocks[index]
    if not 2 <= len(header) <= _MAX_SUBJECTS or len(set(header)) < len(header):
        return False
    if any(is_quality(name.split()[-1]) for name in header if name):
        return False  # "Partition key value | Uniformity": a thing, and what it is like
    if not all(map(_is_opposed_name, header)) or _is_catalogue(block, 0):
        return False
    pair = len(header) == 2  # of three columns the first is likelier what is compared than a third subject
    return any(
        (pair and _COMPARING.search(text)) or all(_names(text, name) for name in header)
        for text in _words_above(scope, index)
    )


def _is_opposed_name(name: str) -> bool:
    return is_side(name) and not _is_no_subject(name) and name[0].isupper()


def _words_above(scope: Scope, index: int) -> list[str]:
    """The heading of a table, and the line right above it where that compares."""
    blocks, block = scope.document.blocks, scope.document.blocks[index]
    above = [blocks[block.heading].text.plain] if block.heading >= 0 else []
    before = blocks[index - 1] if index else block
    if before.kind is BlockKind.PARAGRAPH and _COMPARING.search(before.text.plain):
        above.append(before.text.plain)
    return above


def _names(text: str, name: str) -> bool:
    """Return whether a text has all words of a name side by side, folded."""
    return f" {' '.join(fold_words(name))} " in f" {' '.join(fold_words(text))} "


def _rows_are_subjects(scope: Scope, block: Block, header: Sequence[str]) -> bool:
    """Either the section says that it compares, or the columns are qualities and the first one is no kind of entry."""
    dimensions = [name for name in header[1:] if not _REFERENCE_DIMENSION.match(name)]
    if not header or _REFERENCE_HEAD.search(header[0]) or _DIMENSION_HEAD.match(header[0]):
        return False
    if _is_comparing(scope, block):
        return len(header) > 1
    if _is_catalogue(block, 1):
        return False
    return (
        len(dimensions) >= _MIN_DIMENSIONS + (len(header) - 1 - len(dimensions)) and len(dimensions) >= len(header) - 2
    )


def _is_catalogue(block: Block, first: int) -> bool:
    """Whether numbers, of sizes or prices, fill the columns from the `first` on."""
    cells = [_value(cell.text.plain) for row in block.rows for cell in row.cells[first:]]
    return sum(bool(_NUMBER.match(cell)) for cell in cells) > len(cells) * _NUMBER_SHARE


def _is_comparing(scope: Scope, block: Block) -> bool:
    heading = scope.document.blocks[block.heading].text.plain if block.heading >= 0 else ""
    return bool(_COMPARING.search(heading))


def subject_rows(block: Block) -> tuple[tuple[str, ...], tuple[Row, ...]]:
    """Return the names in the first column and a row for each further column; nothing where a name is none."""
    names = tuple(clean_name(_EXAMPLES.sub("", row.cells[0].text.plain)) if row.cells else "" for row in block.rows)
    if not 2 <= len(names) <= _MAX_SUBJECTS or len(set(names)) < len(names) or not all(map(_is_row_name, names)):
        return (), ()
    return names, _rows_of_columns(block)


def _rows_of_columns(block: Block) -> tuple[Row, ...]:
    """A row for each column behind the first that has a value."""
    header = [clean_name(cell.text.plain) for cell in block.header.cells] if block.header else []
    cells = [[_value(cell.text.plain) for cell in row.cells] for row in block.rows]
    rows = []
    for column in range(1, len(header)):
        values = tuple(row[column] if column < len(row) else "" for row in cells)
        if any(values):
            rows.append(Row(header[column], values, block.rows[0].first, block.rows[-1].last))
    return tuple(rows)


def _is_row_name(name: str) -> bool:
    return is_side(name) and len(_PARENTHESIS.sub("", name).split()) <= 4


def without_remarks(names: Sequence[str], owner: str, cite: Cite) -> Iterator[SameThing]:
    """Yield `gp3 (General Purpose SSD)` as gp3, where the remark does not tell it from another that is compared."""
    bare = tuple(clean_name(_PARENTHESIS.sub("", name)) for name in names)
    if len(set(bare)) == len(bare) and all(map(is_side, bare)):
        for short, full in zip(bare, names, strict=True):
            if short != full and not is_generic(short):
                yield SameThing(qualify(owner, short), full, cite)


def column_rows(block: Block, order: Sequence[int], *, names: int | None) -> tuple[Row, ...]:
    """Return the table's rows as dimensions: `names` is the column with their names, `order` the subjects' columns.

    A row without a value is a caption of a group and no dimension; a row without a name carries on the one above.
    """
    rows: list[Row] = []
    for row in block.rows:
        cells = [_value(cell.text.plain) for cell in row.cells]
        values = tuple(cells[column] if column < len(cells) else "" for column in order)
        name = clean_name(cells[names]) if names is not None and names < len(cells) else ""
        if not any(values):
            continue
        if not name and names is not None and rows:
            name = rows[-1].name
        rows.append(Row(name, values, row.first, row.last))
    return tuple(rows)


def _value(plain: str) -> str:
    return " ".join(plain.split())
