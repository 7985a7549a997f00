namespace SurveyCalc.Indicators.Definitions.Notations;

/// <summary>Units that plans print. A closed list, so that 増 or 達成 after a number is never taken for a unit.</summary>
internal static class UnitWords
{
    private static readonly string[] Known =
    [
        "%", "％ポイント", "ポイント", "ﾎﾟｲﾝﾄ", "パーセント", "pt", "点", "倍", "割", "位", "番目", "級",
        "円", "千円", "万円", "百万円", "千万円", "億円", "兆円", "ドル",
        "人", "名", "人日", "人回", "世帯", "戸", "家庭", "組", "夫婦", "児童", "歳", "才",
        "件", "回", "度", "箇所", "か所", "カ所", "ヶ所", "ヵ所", "個所", "地点", "路線", "地区", "区", "地域", "町会", "自治会", "町内会", "行政区", "集落",
        "市町村", "市", "町", "村", "か国", "カ国", "ヶ国", "校", "学級", "クラス", "教室", "園", "施設", "棟", "室", "館", "店", "店舗", "社", "者", "事業所", "企業", "法人",
        "団体", "グループ", "チーム", "サークル", "協議会", "委員会", "組織", "経営体", "農家", "病院", "医療機関", "床",
        "台", "基", "本", "枚", "部", "冊", "点数", "個", "着", "頭", "匹", "羽", "株", "隻", "艘", "橋", "両", "便", "系統", "口", "灯", "門", "筆", "区画", "床数", "席",
        "事業", "業務", "項目", "種類", "種", "講座", "コース", "品目", "商品", "作品", "計画", "施策", "件数", "案件", "議案", "条例", "制度", "協定", "プラン", "プロジェクト",
        "アクセス", "PV", "ビュー", "フォロワー", "ダウンロード", "ページ", "記事",
        "年", "年間", "か月", "カ月", "ヶ月", "ヵ月", "箇月", "週間", "日", "日間", "時間", "分", "秒", "泊", "コマ", "単位",
        "mg/L", "mg/l", "μg/m³", "g/人・日", "g/人日", "kg/人", "ppm", "ppb", "dB", "デシベル", "℃", "°C", "‰", "人/km²", "人/ha", "t-CO2", "kg-CO2", "tCO2",
        "g", "kg", "mg", "t", "トン", "ｔ", "千t", "万t", "L", "l", "kL", "kl", "mL", "m", "km", "cm", "mm", "メートル", "キロメートル", "ha", "a", "アール", "ヘクタール",
        "㎡", "m²", "㎥", "m³", "㎢", "km²", "千㎥", "千㎡", "kW", "kWh", "MW", "MWh", "GJ", "TJ", "MJ", "kcal", "km/h",
    ];

    /// <summary>Longest first, so that 件数 is not read as 件.</summary>
    private static readonly string[] ByLength = [.. Known.Select(NotationText.Fold).Distinct().OrderByDescending(word => word.Length)];

    /// <summary>Takes a known unit, or the indicator's own from the context; the longer one wins.</summary>
    public static string? Take(NotationCursor cursor)
    {
        var own = cursor.Context.Unit is { Length: > 0 } unit ? NotationText.Fold(unit) : null;
        var word = ByLength.FirstOrDefault(w => cursor.Rest.StartsWith(w, StringComparison.Ordinal));
        if (own is { Length: > 0 } && !own.Any(char.IsAsciiDigit) && own.Length > (word?.Length ?? 0) && cursor.Take(own)) return own;
        return word is not null && cursor.Take(word) ? word : null;
    }
}
