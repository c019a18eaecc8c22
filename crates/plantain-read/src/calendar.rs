//! Names of months and weekdays in the languages that are read, by their number.

use crate::fold::fold;
use crate::forms;

/// Names of the months, as they stand alone and as they stand behind a day, folded.
const MONTHS: [&str; 12] = [
    "january jan januar enero ene janvier janv gennaio janeiro januari styczeń stycznia sty ocak январь января янв січень січня يناير ינואר בינואר जनवरी 一月 1月 1월",
    "february feb februar febrero février févr febbraio fevereiro fev februari luty lutego şubat февраль февраля фев лютий лютого فبراير פברואר בפברואר फरवरी 二月 2月 2월",
    "march mar märz marzo mars março maart mrt marzec marca mart март марта березень березня مارس מרץ במרץ मार्च 三月 3月 3월",
    "april apr abril avril avr aprile kwiecień kwietnia kwi nisan апрель апреля апр квітень квітня ابريل אפריל באפריל अप्रैल 四月 4月 4월",
    "may mai mayo maggio maio mei maj maja mayıs май мая травень травня مايو מאי במאי मई 五月 5月 5월",
    "june jun juni junio juin giugno giu junho czerwiec czerwca cze haziran июнь июня червень червня يونيو יוני ביוני जून 六月 6月 6월",
    "july jul juli julio juillet juil luglio lug julho lipiec lipca lip temmuz июль июля липень липня يوليو יולי ביולי जुलाई 七月 7月 7월",
    "august aug agosto août augustus sierpień sierpnia ağustos август августа авг серпень серпня اغسطس אוגוסט באוגוסט अगस्त 八月 8月 8월",
    "september sep sept septiembre septembre settembre setembro wrzesień września wrz eylül сентябрь сентября сен сент вересень вересня سبتمبر ספטמבר בספטמבר सितंबर 九月 9月 9월",
    "october oct oktober okt octubre octobre ottobre ott outubro październik października paź ekim октябрь октября окт жовтень жовтня اكتوبر אוקטובר באוקטובר अक्टूबर 十月 10月 10월",
    "november nov noviembre novembre novembro listopad listopada kasım ноябрь ноября ноя листопад листопада نوفمبر נובמבר בנובמבר नवंबर 十一月 11月 11월",
    "december dec dez dezember diciembre dic décembre déc dicembre dezembro grudzień grudnia gru aralık декабрь декабря дек грудень грудня ديسمبر דצמבר בדצמבר दिसंबर 十二月 12月 12월",
];

/// Names of the weekdays from Monday on, in the singular and in the plural, folded.
const WEEKDAYS: [&str; 7] = [
    "monday mondays mon montag montags mo lunes lundi lunedì lun segunda segunda-feira maandag poniedziałek pon pazartesi понедельник пн понеділок الاثنين שני सोमवार सोम 周一 星期一 月曜 月曜日 월요일 월",
    "tuesday tuesdays tue tues dienstag dienstags di martes mardi martedì terça terça-feira dinsdag wtorek wt salı вторник вт вівторок الثلاثاء שלישי मंगलवार मंगल 周二 星期二 火曜 火曜日 화요일 화",
    "wednesday wednesdays wed mittwoch mittwochs mi miércoles mercredi mercoledì quarta quarta-feira woensdag środa śr çarşamba среда среду ср середа середу الاربعاء רביעי बुधवार बुध 周三 星期三 水曜 水曜日 수요일 수",
    "thursday thursdays thu thur thurs donnerstag donnerstags do jueves jeudi giovedì quinta quinta-feira donderdag czwartek czw perşembe четверг чт четвер الخميس חמישי गुरुवार गुरु 周四 星期四 木曜 木曜日 목요일 목",
    "friday fridays fri freitag freitags fr viernes vendredi venerdì sexta sexta-feira vrijdag piątek pt cuma пятница пятницу пт п'ятниця п'ятницю الجمعه שישי शुक्रवार शुक्र 周五 星期五 金曜 金曜日 금요일 금",
    "saturday saturdays sat samstag samstags sa sábado samedi sabato zaterdag sobota sob cumartesi суббота субботу сб субота суботу السبت שבת शनिवार शनि 周六 星期六 土曜 土曜日 토요일 토",
    "sunday sundays sun sonntag sonntags so domingo dimanche domenica zondag niedziela nd pazar воскресенье вс неділя неділю الاحد ראשון रविवार रवि 周日 星期日 星期天 日曜 日曜日 일요일 일",
];
/// Days of a month by its number from 0, in a year that is no leap year.
pub(crate) fn days_of(month: u32) -> u32 {
    match month {
        1 => 28,
        3 | 5 | 8 | 10 => 30,
        _ => 31,
    }
}

/// Returns the number of a month in lower case, 0 is January.
pub fn month(word: &str) -> Option<u32> {
    place(&MONTHS, word.trim_end_matches(['.', ',', ':']))
}

/// Returns the number of a weekday in lower case, 0 is Monday. Names of two letters that are words of their own in some
/// language ("do", "so", "mi") count only with a stop behind them ("Do.").
pub fn weekday(word: &str) -> Option<u32> {
    let bare = word.trim_end_matches(['.', ':']);
    let shortened = word[bare.len()..].contains('.');
    if !shortened
        && matches!(
            bare,
            "mo" | "di" | "mi" | "do" | "fr" | "sa" | "so" | "pt" | "nd"
        )
    {
        return None;
    }
    place(&WEEKDAYS, bare)
}

/// Returns the weekday that a clause in lower case begins with and the bytes of its name: a word ("monday", "lunes:"), two of
/// them ("יום שני"), or the first signs of a script without blanks ("周一瑜伽").
pub(crate) fn leading_weekday(text: &str) -> Option<(u32, usize)> {
    let first = text.split_whitespace().next()?;
    let start = text.find(first)?;
    let word = |word: &str| weekday(word.trim_end_matches([':', '：']));
    if let Some(day) = word(first) {
        return Some((day, start + first.len()));
    }
    if first == "יום" {
        let second = text[start + first.len()..].split_whitespace().next()?;
        let end = text.find(second)? + second.len();
        return Some((word(second)?, end));
    }
    let unspaced =
        |name: &&str| name.chars().count() > 1 && name.starts_with(crate::tokens::is_unspaced);
    WEEKDAYS
        .iter()
        .zip(0..)
        .flat_map(|(names, day)| names.split(' ').map(move |name| (name, day)))
        .filter(|(name, _)| unspaced(name) && first.starts_with(name))
        .max_by_key(|(name, _)| name.len())
        .map(|(name, day)| (day, start + name.len()))
}

/// Whether a word in lower case is the English name of a weekday: whole, in the plural, or of three letters.
pub(crate) fn is_english_weekday(word: &str) -> bool {
    const ENGLISH: usize = 3;
    WEEKDAYS
        .iter()
        .any(|names| names.split(' ').take(ENGLISH).any(|name| name == word))
}

/// Whether a word in lower case is the whole English name of a month.
pub(crate) fn is_english_month(word: &str) -> bool {
    MONTHS
        .iter()
        .any(|names| names.split(' ').next() == Some(word))
}

/// How an English word names a day or a month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DayName {
    /// Nothing else is spelled so.
    Sure,
    /// Other words are spelled so, too: "may", "sun".
    BesideNumbers,
}

/// Returns how an English word in lower case names a day or a month, whole or shortened.
pub fn english_day_name(word: &str) -> Option<DayName> {
    let named = is_english_weekday(word) || forms::is_english_day_or_month(word);
    let other = matches!(word, "march" | "may" | "sat" | "sun" | "mar" | "sep");
    named.then_some(if other {
        DayName::BesideNumbers
    } else {
        DayName::Sure
    })
}

fn place(table: &[&str], word: &str) -> Option<u32> {
    if word.is_empty() {
        return None;
    }
    let folded = (!word.is_ascii()).then(|| fold(word));
    let same = |name: &str| {
        let spelled = folded.as_ref().filter(|_| !name.is_ascii());
        name == word || spelled.is_some_and(|folded| fold(name) == *folded)
    };
    table
        .iter()
        .position(|names| names.split(' ').any(same))
        .map(|n| n as u32)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_have_their_numbers() {
        for (word, want) in [
            ("monday", Some(0)),
            ("mié", None),
            ("miércoles", Some(2)),
            ("четверг", Some(3)),
            ("do.", Some(3)),
            ("do", None),
            ("so", None),
            ("الأحد", Some(6)),
            ("金曜日", Some(4)),
            ("토요일", Some(5)),
            ("शनिवार", Some(5)),
        ] {
            assert_eq!(weekday(word), want, "{word}");
        }
        for (word, want) in [
            ("may", Some(4)),
            ("мая", Some(4)),
            ("août", Some(7)),
            ("września", Some(8)),
            ("3月", Some(2)),
            ("10월", Some(9)),
            ("أغسطس", Some(7)),
            ("marble", None),
        ] {
            assert_eq!(month(word), want, "{word}");
        }
    }
}
