"""Words of other languages that name a part of a text and no thing, and how names in them are told from English ones."""

from __future__ import annotations

import re

__all__ = ["CJK", "has_english_letters", "is_generic_elsewhere", "is_short_noun"]

CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")

# Languages that write words apart: Spanish, Portuguese, French, German, Russian.
_WORDS = frozenset(
    """
    resumen resumo introducción introduccion introdução introducao conclusión conclusiones conclusão ventajas desventajas
    vantagens desvantagens características caracteristicas ejemplo ejemplos exemplo exemplos referencias referências notas
    objetivo objetivos requisitos conceptos conceitos básicos basicos fundamentos visión visão general geral consejos dicas
    preguntas perguntas enlaces recursos pasos passos uso usos casos de del la el los las y e o a os as do da dos das para por
    agradecimientos agradecimentos licencia licença índice sumário
    qué que es é tipos precios preços custos costos límites limites mejores melhores prácticas práticas
    résumé exemples références avantages inconvénients aperçu remarques remerciements licence sommaire prérequis utilisation
    überblick zusammenfassung einführung beispiele vorteile nachteile hinweise danksagung lizenz inhalt inhaltsverzeichnis
    voraussetzungen verwendung fazit
    введение обзор заключение примеры пример ссылки советы преимущества недостатки основы особенности
    ограничения цены благодарности лицензия содержание и в на по с для
    """.split()
)
_JOINING = frozenset(
    [
        "по",
        "о",
        "об",
        "к",
        "в",
        "для",
        "de",
        "del",
        "da",
        "do",
        "a",
        "à",
        "al",
        "ao",
        "sobre",
        "zu",
        "zur",
        "von",
        "sur",
        "para",
    ]
)
# Chinese, Japanese and Korean do not, so a heading is looked at by its end.
_ENDINGS = re.compile(
    r"(?:概要|概述|简介|簡介|介绍|介紹|はじめに|まとめ|総まとめ|总结|總結|小结|小結|目的|目标|目標|背景|参考|参考文献|参考資料|來源|来源|引用|链接|連結|リンク"
    r"|延伸閱讀|延伸阅读|附录|附錄|補遺|补充|補足|其它|其他|その他|注意|注意点|注意事項|注意事项|假设|假設|前提|条件|要件|要求|约束|限制|限制条件|制限|制約"
    r"|优点|優點|缺点|缺點|优势|劣势|長所|短所|利点|欠点|メリット|デメリット|特徴|特征|特點|特点|特性|要点|ポイント|コツ|例|示例|例子|サンプル|ユースケース|用途|使用场景|场景"
    r"|シナリオ|使い方|使用方法|用法|手順|步骤|步驟|流程|方法|料金|价格|費用|コスト|解説|解答|答え|答案|問題|问题|質問|練習|练习|試験|考试|トピック|テーブル|一覧|列表|事実"
    r"|基础|基礎|基本|詳細|详细|説明|说明|理由|原因|結果|结果|結論|结论|ヒント|トリック|クイックリファレンス|チェックリスト|ガイド|資料|相關資源|相关资源)$"
)
_ENGLISH = re.compile(r"[\x00-\x7f\u2010-\u201f]*")  # ASCII, dashes and quotation marks
_LATIN = re.compile(r"[A-Za-z]")
_CLAUSE = re.compile(r"[\u3041-\u309f]|[的了是和与與]|[→=:：、]")  # hiragana and particles make phrases
_TASK = re.compile(
    r"(?:创建|安装|配置|使用|部署|运行|查看|删除|添加|设置|更新|启用|禁用|编写|下载|升级|验证|检查|创立|建立|作成|設定|追加)"
)
_LONGEST_NOUN = 10
_LONG = 5  # letters of a word that tells the language where no accent does


def has_english_letters(name: str) -> bool:
    """Return whether a name is written in no letters but English ones; else its words cannot be judged by English lists."""
    return _ENGLISH.fullmatch(name) is not None


def is_generic_elsewhere(text: str) -> bool:
    """Return whether a heading in another language says only what part of a text it is. False for English."""
    if CJK.search(text):
        return bool(_ENDINGS.search(text.strip(" 　:：()（）")))
    words = [word.strip(".:?¿!¡") for word in text.casefold().split()]
    if not words or (text.isascii() and max(map(len, words)) < _LONG):
        return False
    said_of = len(words) > 2 and words[0] in _WORDS and words[1] in _JOINING  # "Советы по EC2", "Introducción a Kafka"
    return said_of or all(word in _WORDS for word in words)


def is_short_noun(text: str) -> bool:
    """Return whether words in such a script are a noun and no phrase, as far as their letters tell."""
    return not _TASK.match(text) and len(text) <= _LONGEST_NOUN + len(_LATIN.findall(text)) and not _CLAUSE.search(text)
