namespace SurveyCalc.Tests.Demo;

/// <summary>Invented remarks for the free-text columns; no person and no place is meant.</summary>
internal static class DemoRemarks
{
    public static readonly string[] Citizens =
    [
        "歩道の段差を直してほしい。",
        "広報紙が読みやすくなった。",
        "バスの本数を増やしてほしい。",
        "特にありません。",
        "子どもが雨の日に遊べる場所がほしい。",
        "防災行政無線が聞き取りにくい。",
        "図書館の開館時間を延ばしてほしい。",
        "ごみの分別が分かりにくい, 一覧表がほしい。",
        "窓口の方が親切でした。",
        "除雪が早くて助かっています。",
        "公園の草刈りの回数を増やしてほしい。",
        "通学路に街灯を増やしてほしい。",
        "市の行事を\"もっと早く\"知らせてほしい。",
        "空き家が増えて心配です。",
        "休日に診てもらえる医療機関の案内が役に立った。",
        "手続きをインターネットでできるようにしてほしい。",
        "スポーツ施設の予約が取りにくい。",
        "地区の集まりに若い人が少ない。",
        "水がおいしいのが自慢です。",
        "買い物に行く手段がない人への支援を考えてほしい。",
        "アンケートの設問が多い。",
        "文化会館の催しが増えてうれしい。",
        "避難所の場所が分かりません。",
        "これからも住み続けたい。",
    ];

    /// <summary>A quoted line break: the row that a spreadsheet shows is no longer the line of the file.</summary>
    public static readonly string[] WithLineBreaks =
    [
        "道路の補修をお願いします。\nとくに冬の後がひどいです。",
        "よい点: 水道, ごみ収集\n悪い点: 道路",
    ];

    public static readonly string[] Staff =
    [
        "決裁の手順を減らしたい。",
        "会議の資料を電子化してほしい。",
        "研修を受ける時間が取れない。",
        "係を越えて手伝う雰囲気がある。",
        "窓口の混む時期に応援がほしい。",
        "業務の引き継ぎ書の様式をそろえたい。",
        "特になし",
        "改善提案を出しやすくなった。",
        "在宅で働ける日を増やしてほしい。",
    ];
}
