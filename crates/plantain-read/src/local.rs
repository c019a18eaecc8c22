//! Dates, times, amounts and ordinals that are written with signs of their own script: "10月12日", "오후 7시",
//! "48 200 ₽", "第三季度". They are cut before words are, since their signs are words elsewhere (月 is the moon).

use crate::forms::FormKind;
use crate::tokens::Kind;

/// Characters looked at, at most.
const REACH_MAX: usize = 40;

/// Words that tell the half of the day before an hour.
const DAY_PARTS: &[&str] = &[
    "上午",
    "下午",
    "晚上",
    "早上",
    "凌晨",
    "中午",
    "傍晚",
    "夜晚",
    "午前",
    "午後",
    "夜",
    "朝",
    "오전",
    "오후",
    "저녁",
    "아침",
    "밤",
    "새벽",
    "낮",
    "सुबह",
    "शाम",
    "दोपहर",
    "रात",
];

/// Units of money behind an amount, longest first.
const MONEY: &[&str] = &[
    "万元",
    "億円",
    "万円",
    "亿元",
    "만원",
    "억원",
    "円",
    "元",
    "원",
    "рублей",
    "рубля",
    "рубль",
    "руб.",
    "руб",
    "гривень",
    "гривні",
    "грн.",
    "грн",
    "ر.س",
    "ر.ق",
    "د.إ",
    "د.ك",
    "ج.م",
    "ريال",
    "درهم",
    "دينار",
    "جنيه",
    "ليرة",
    "दिरहम",
    "रुपये",
    "रु.",
    "रु",
    "रुपए",
    "रुपया",
    "₽",
    "₴",
    "₪",
    "₹",
    "₩",
    "ש\"ח",
    "ש״ח",
    "שקלים",
    "שקל",
];

/// What stands behind an amount that is the least or the most.
const BOUNDS: &[&str] = &[
    "起", "以上", "以下", "以内", "から", "より", "まで", "～", "부터", "까지", "이상", "이하",
];

/// Signs behind a number that make a quantity of it; what can be drawn is counted elsewhere.
const UNITS: &[&str] = &[
    "件",
    "步",
    "歩",
    "次",
    "人次",
    "万",
    "億",
    "亿",
    "点満点",
    "건",
    "점",
    "만",
    "억",
    "분기",
    "세",
    "歳",
    "岁",
    "周年",
    "주년",
    "킬로",
    "キロ",
    "公里",
    "公斤",
    "分钟",
    "小时",
    "分間",
    "時間",
    "시간",
    "분간",
    "円引き",
    "折",
    "%オフ",
    "名様",
];

/// A form at the start of `rest`: its length in bytes and what it is.
pub(crate) fn form_len(rest: &str) -> Option<(usize, Kind)> {
    let first = rest.chars().next()?;
    if first.is_ascii() && !first.is_ascii_digit() && !matches!(first, '+' | '-') {
        return None;
    }
    ordinal(rest)
        .or_else(|| weekday_name(rest))
        .or_else(|| date(rest))
        .or_else(|| time(rest))
        .or_else(|| money(rest))
        .or_else(|| quantity(rest))
}

/// A cursor over the text.
#[derive(Clone, Copy)]
struct Scan<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Scan<'a> {
    fn new(text: &'a str) -> Self {
        let end = text
            .char_indices()
            .nth(REACH_MAX)
            .map_or(text.len(), |(at, _)| at);
        Self {
            text: &text[..end],
            at: 0,
        }
    }

    fn rest(&self) -> &'a str {
        &self.text[self.at..]
    }

    /// Takes `min` to `max` digits.
    fn digits(&mut self, min: usize, max: usize) -> Option<u32> {
        let len = self.rest().bytes().take_while(u8::is_ascii_digit).count();
        if len < min || len > max {
            return None;
        }
        let value = self.rest()[..len].parse().ok();
        self.at += len;
        value
    }

    fn any(&mut self, words: &[&str]) -> bool {
        let found = words.iter().find(|word| self.rest().starts_with(**word));
        self.at += found.map_or(0, |word| word.len());
        found.is_some()
    }

    /// Skips one blank.
    fn blank(&mut self) {
        let blank = self
            .rest()
            .chars()
            .next()
            .filter(|c| matches!(c, ' ' | '\u{a0}' | '\u{202f}'));
        self.at += blank.map_or(0, char::len_utf8);
    }

    /// Takes what `read` takes, or nothing.
    fn maybe(&mut self, read: impl FnOnce(&mut Self) -> Option<()>) -> bool {
        let mut ahead = *self;
        let found = read(&mut ahead).is_some();
        if found {
            *self = ahead;
        }
        found
    }
}

/// "第三季度", "第1四半期", "1분기", "3月", "2026年": names of parts of a row, kept whole.
fn ordinal(rest: &str) -> Option<(usize, Kind)> {
    let mut scan = Scan::new(rest);
    let counted = scan.any(&["第", "제"]);
    let number = scan.digits(1, 3).is_some()
        || counted && scan.any(&["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"]);
    let period = &["季度", "四半期", "분기", "学期", "학기"];
    if !number
        || !(scan.any(period)
            || counted && scan.any(&["回", "届", "章", "期", "步", "話", "회", "장"]))
    {
        return None;
    }
    Some((scan.at, Kind::Word))
}

/// "2026年6月20日（土）", "10月12日", "2026년 6월 20일 토요일"; a month or a year alone is a word.
fn date(rest: &str) -> Option<(usize, Kind)> {
    let mut scan = Scan::new(rest);
    let year = scan.maybe(|scan| {
        scan.digits(4, 4)?;
        scan.any(&["年", "년"]).then(|| scan.blank())
    });
    let month = scan.maybe(|scan| {
        let month = scan.digits(1, 2)?;
        ((1..=12).contains(&month) && scan.any(&["月", "월"])).then_some(())
    });
    let day = month
        && scan.maybe(|scan| {
            scan.blank();
            scan.digits(1, 2)?;
            scan.any(&["日", "号", "號", "일"]).then_some(())
        });
    if day {
        scan.maybe(weekday);
    }
    if !(year || month) {
        return None;
    }
    let end = rest[..scan.at].trim_end().len();
    let whole = day || year && month;
    let kind = if whole {
        Kind::Form(FormKind::Date)
    } else {
        Kind::Word
    };
    Some((end, kind))
}

/// "周一", "月曜日": a name of a day is one word ("周" alone is a week, "月" the moon).
fn weekday_name(rest: &str) -> Option<(usize, Kind)> {
    const DAYS: &[&str] = &["一", "二", "三", "四", "五", "六", "日", "天"];
    let mut scan = Scan::new(rest);
    let chinese = scan.any(&["周", "星期", "礼拜", "週"]) && scan.any(DAYS);
    let japanese = !chinese
        && Scan::new(rest).maybe(|scan| {
            let day = scan.any(&["月", "火", "水", "木", "金", "土", "日"]);
            (day && scan.any(&["曜日", "曜"])).then_some(())
        });
    if japanese {
        scan.at = rest.find('曜')? + '曜'.len_utf8();
        scan.any(&["日"]);
    }
    // "一周一次" is once a week.
    let once = chinese && scan.rest().starts_with(['次', '个', '期', '年', '回']);
    ((chinese || japanese) && !once).then_some((scan.at, Kind::Word))
}

fn weekday(scan: &mut Scan<'_>) -> Option<()> {
    scan.blank();
    let open = scan.any(&["(", "（"]);
    let day = if open {
        scan.any(&[
            "月", "火", "水", "木", "金", "土", "日", "월", "화", "수", "목", "금", "토", "일",
        ]) || scan.any(&["周", "星期"]) && scan.any(&["一", "二", "三", "四", "五", "六", "日"])
    } else {
        scan.any(&[
            "月曜日",
            "火曜日",
            "水曜日",
            "木曜日",
            "金曜日",
            "土曜日",
            "日曜日",
        ]) || scan.any(&[
            "월요일",
            "화요일",
            "수요일",
            "목요일",
            "금요일",
            "토요일",
            "일요일",
        ]) || scan.any(&["周", "星期"])
            && scan.any(&["一", "二", "三", "四", "五", "六", "日", "天"])
    };
    scan.any(&["・祝"]);
    (day && (!open || scan.any(&[")", "）"]))).then_some(())
}

/// "晚上8点", "午後7時30分", "오후 7시".
fn time(rest: &str) -> Option<(usize, Kind)> {
    let mut scan = Scan::new(rest);
    let part = scan.any(DAY_PARTS);
    scan.blank();
    scan.digits(1, 2).filter(|hour| *hour <= 24)?;
    if scan.any(&["点", "點", "時", "时", "시"]) {
        if scan.rest().starts_with(['間', '间', '간', '刻']) {
            return None;
        }
        if !scan.any(&["半", "반", "整"]) {
            scan.maybe(|scan| {
                scan.blank();
                scan.digits(1, 2)?;
                scan.any(&["分", "분"]).then_some(())
            });
        }
    } else if !scan.maybe(|scan| {
        scan.blank();
        scan.any(&["बजे"]).then_some(())
    }) {
        let clock =
            part && scan.any(&[":", "："]) && scan.digits(2, 2).is_some_and(|minute| minute < 60);
        if !clock {
            return None;
        }
    }
    Some((scan.at, Kind::Form(FormKind::Time)))
}

/// Length of an amount of digits with signs between them; blanks may part groups of three.
pub(crate) fn amount_len(rest: &str) -> usize {
    let bytes = rest.as_bytes();
    let digits = |from: usize| {
        bytes[from.min(bytes.len())..]
            .iter()
            .take_while(|b| b.is_ascii_digit())
            .count()
    };
    let mut at = digits(0);
    if at == 0 {
        return 0;
    }
    let first = at;
    loop {
        let gap = rest[at..]
            .chars()
            .next()
            .filter(|c| matches!(c, ' ' | '\u{a0}' | '\u{202f}' | ',' | '.'))
            .map_or(0, char::len_utf8);
        let group = digits(at + gap);
        let blank = gap > 0 && !matches!(bytes[at], b',' | b'.');
        let fits = if blank {
            group == 3 && first <= 3
        } else {
            group > 0
        };
        if gap == 0 || !fits {
            return at;
        }
        at += gap + group;
    }
}

/// "3,000円", "48 200 ₽", "20 रुपये".
fn money(rest: &str) -> Option<(usize, Kind)> {
    let mut scan = Scan::new(rest);
    scan.any(&["+", "-", "−", "–"]);
    let amount = amount_len(scan.rest());
    if amount == 0 {
        return None;
    }
    scan.at += amount;
    scan.blank();
    let sign = scan.rest().chars().next()?;
    // Western signs are read with their own rules.
    if sign.is_ascii() || !scan.any(MONEY) {
        return None;
    }
    // "300 грн. Темный фон": the stop ends the sentence.
    let behind = scan.rest().trim_start().chars().next();
    if rest[..scan.at].ends_with('.') && behind.is_some_and(char::is_uppercase) {
        scan.at -= 1;
    }
    let unspaced = ["元", "円", "원"]
        .iter()
        .any(|sign| rest[..scan.at].ends_with(sign));
    scan.any(BOUNDS);
    scan.maybe(per);
    (unspaced || !scan.rest().starts_with(char::is_alphabetic))
        .then_some((scan.at, Kind::Form(FormKind::Price)))
}

/// "/кг", "/月": what one pays the amount for, behind its slash.
fn per(scan: &mut Scan<'_>) -> Option<()> {
    const LETTERS_MAX: usize = 6;
    let rest = scan.rest().strip_prefix('/')?;
    let end = rest
        .find(|c: char| !c.is_alphabetic())
        .unwrap_or(rest.len());
    (1..=LETTERS_MAX)
        .contains(&rest[..end].chars().count())
        .then(|| scan.at += 1 + end)
}

/// "1,204件", "8,432步".
fn quantity(rest: &str) -> Option<(usize, Kind)> {
    let mut scan = Scan::new(rest);
    scan.at = amount_len(scan.text);
    if scan.at == 0 {
        return None;
    }
    let digits = scan.at;
    scan.blank();
    let unit = scan.any(UNITS)
        || digits >= 3
            && scan.any(&[
                "人", "名", "명", "개", "個", "个", "회", "回", "台", "冊", "本", "点",
            ]);
    unit.then_some((scan.at, Kind::Form(FormKind::Quantity)))
}

/// Length of a number whose groups of three are parted by blanks ("1 248 300", "−1 250 ₽", "+95 000").
pub(crate) fn grouped_len(rest: &str) -> Option<usize> {
    let sign = rest
        .chars()
        .next()
        .filter(|c| matches!(c, '+' | '-' | '−' | '–'))
        .map_or(0, char::len_utf8);
    let number = &rest[sign..];
    let len = amount_len(number);
    let grouped = number[..len].contains([' ', '\u{a0}', '\u{202f}']);
    let closed = !number[len..].starts_with(|c: char| c.is_ascii_digit() || c == '-');
    (grouped && closed).then_some(sign + len)
}

/// Months and weekdays of languages that this module cuts nothing for, in the spelling of [`crate::fold::fold`].
pub(crate) const MONTHS: &[&str] = &[
    "січня",
    "лютого",
    "березня",
    "квітня",
    "травня",
    "червня",
    "липня",
    "серпня",
    "вересня",
    "жовтня",
    "листопада",
    "грудня",
    "январь",
    "февраль",
    "март",
    "апрель",
    "июнь",
    "июль",
    "август",
    "сентябрь",
    "октябрь",
    "ноябрь",
    "декабрь",
    "янв",
    "фев",
    "апр",
    "авг",
    "сен",
    "сент",
    "окт",
    "ноя",
    "дек",
    "січень",
    "лютий",
    "березень",
    "квітень",
    "травень",
    "червень",
    "липень",
    "серпень",
    "вересень",
    "жовтень",
    "листопад",
    "грудень",
    "يناير",
    "فبراير",
    "مارس",
    "ابريل",
    "مايو",
    "يونيو",
    "يوليو",
    "اغسطس",
    "سبتمبر",
    "اكتوبر",
    "نوفمبر",
    "ديسمبر",
    "شباط",
    "اذار",
    "نيسان",
    "ايار",
    "حزيران",
    "تموز",
    "ايلول",
    "تشرين",
    "كانون",
    "رمضان",
    "ינואר",
    "פברואר",
    "מרץ",
    "אפריל",
    "מאי",
    "יוני",
    "יולי",
    "אוגוסט",
    "ספטמבר",
    "אוקטובר",
    "נובמבר",
    "דצמבר",
    "בינואר",
    "בפברואר",
    "במרץ",
    "באפריל",
    "במאי",
    "ביוני",
    "ביולי",
    "באוגוסט",
    "בספטמבר",
    "באוקטובר",
    "בנובמבר",
    "בדצמבר",
    "जन",
    "फर",
    "फ़र",
    "अप्रै",
    "जुला",
    "अग",
    "सित",
    "सितं",
    "अक्टू",
    "नव",
    "नवं",
    "दिस",
    "दिसं",
    "जनवरी",
    "फरवरी",
    "मार्च",
    "अप्रैल",
    "मई",
    "जून",
    "जुलाई",
    "अगस्त",
    "सितंबर",
    "सितम्बर",
    "अक्टूबर",
    "अक्तूबर",
    "नवंबर",
    "नवम्बर",
    "दिसंबर",
    "दिसम्बर",
];

/// Weekdays, likewise.
pub(crate) const WEEKDAYS: &[&str] = &[
    "пн",
    "вт",
    "ср",
    "чт",
    "пт",
    "сб",
    "вс",
    "среду",
    "пятницу",
    "субботу",
    "понеділок",
    "вівторок",
    "середа",
    "четвер",
    "п'ятниця",
    "субота",
    "неділя",
    "الاثنين",
    "الثلاثاء",
    "الاربعاء",
    "الخميس",
    "الجمعه",
    "السبت",
    "الاحد",
    "सोमवार",
    "मंगलवार",
    "बुधवार",
    "गुरुवार",
    "शुक्रवार",
    "शनिवार",
    "रविवार",
    "周一",
    "周二",
    "周三",
    "周四",
    "周五",
    "周六",
    "周日",
    "周天",
    "星期一",
    "星期二",
    "星期三",
    "星期四",
    "星期五",
    "星期六",
    "星期日",
    "星期天",
    "月曜日",
    "火曜日",
    "水曜日",
    "木曜日",
    "金曜日",
    "土曜日",
    "日曜日",
    "月曜",
    "火曜",
    "水曜",
    "木曜",
    "金曜",
    "土曜",
    "日曜",
    "월요일",
    "화요일",
    "수요일",
    "목요일",
    "금요일",
    "토요일",
    "일요일",
];

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, len: usize, want: Kind) {
        assert_eq!(form_len(text), Some((len, want)), "{text}");
    }

    #[test]
    fn forms_of_the_east() {
        let date = Kind::Form(FormKind::Date);
        for text in [
            "10月12日",
            "2026年6月20日",
            "2026年6月20日（土）",
            "8월 5일",
            "2026년 6월 20일 토요일",
        ] {
            check(text, text.len(), date);
        }
        for text in ["晚上8点", "午後7時30分", "오후 7시", "19時"] {
            check(text, text.len(), Kind::Form(FormKind::Time));
        }
        for text in [
            "3,000円",
            "28元",
            "4,800원",
            "48 200 ₽",
            "899 ₽/кг",
            "15 ر.س",
            "800 руб.",
            "80元起",
            "1500円から",
            "15,000원부터",
        ] {
            check(text, text.len(), Kind::Form(FormKind::Price));
        }
        check(
            "300 грн. Темний фон",
            "300 грн".len(),
            Kind::Form(FormKind::Price),
        );
        assert_eq!(form_len("周一次"), None);
        for text in ["第三季度", "第1四半期", "3月", "2분기", "周一", "月曜日"] {
            check(text, text.len(), Kind::Word);
        }
        check("1,204件", "1,204件".len(), Kind::Form(FormKind::Quantity));
        assert_eq!(form_len("3匹の猫"), None);
        assert_eq!(form_len("5 yellow ducks"), None);
    }

    #[test]
    fn grouped_numbers() {
        assert_eq!(grouped_len("1 248 300 ₽"), Some(9));
        assert_eq!(grouped_len("+95 000"), Some(7));
        assert_eq!(grouped_len("12 200 300 400"), Some(14));
        assert_eq!(grouped_len("2026 100"), None);
        assert_eq!(grouped_len("7 916"), Some(5));
    }
}
