//! Names of months and weekdays, and the calendar's arithmetic.

/// Language, months, weekdays from Monday.
const NAMES: &[(&str, [&str; 12], [&str; 7])] = &[
    (
        "en",
        [
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December",
        ],
        [
            "Monday",
            "Tuesday",
            "Wednesday",
            "Thursday",
            "Friday",
            "Saturday",
            "Sunday",
        ],
    ),
    (
        "de",
        [
            "Januar",
            "Februar",
            "März",
            "April",
            "Mai",
            "Juni",
            "Juli",
            "August",
            "September",
            "Oktober",
            "November",
            "Dezember",
        ],
        [
            "Montag",
            "Dienstag",
            "Mittwoch",
            "Donnerstag",
            "Freitag",
            "Samstag",
            "Sonntag",
        ],
    ),
    (
        "es",
        [
            "Enero",
            "Febrero",
            "Marzo",
            "Abril",
            "Mayo",
            "Junio",
            "Julio",
            "Agosto",
            "Septiembre",
            "Octubre",
            "Noviembre",
            "Diciembre",
        ],
        [
            "Lunes",
            "Martes",
            "Miércoles",
            "Jueves",
            "Viernes",
            "Sábado",
            "Domingo",
        ],
    ),
    (
        "fr",
        [
            "Janvier",
            "Février",
            "Mars",
            "Avril",
            "Mai",
            "Juin",
            "Juillet",
            "Août",
            "Septembre",
            "Octobre",
            "Novembre",
            "Décembre",
        ],
        [
            "Lundi", "Mardi", "Mercredi", "Jeudi", "Vendredi", "Samedi", "Dimanche",
        ],
    ),
    (
        "it",
        [
            "Gennaio",
            "Febbraio",
            "Marzo",
            "Aprile",
            "Maggio",
            "Giugno",
            "Luglio",
            "Agosto",
            "Settembre",
            "Ottobre",
            "Novembre",
            "Dicembre",
        ],
        [
            "Lunedì",
            "Martedì",
            "Mercoledì",
            "Giovedì",
            "Venerdì",
            "Sabato",
            "Domenica",
        ],
    ),
    (
        "pt",
        [
            "Janeiro",
            "Fevereiro",
            "Março",
            "Abril",
            "Maio",
            "Junho",
            "Julho",
            "Agosto",
            "Setembro",
            "Outubro",
            "Novembro",
            "Dezembro",
        ],
        [
            "Segunda", "Terça", "Quarta", "Quinta", "Sexta", "Sábado", "Domingo",
        ],
    ),
    (
        "nl",
        [
            "Januari",
            "Februari",
            "Maart",
            "April",
            "Mei",
            "Juni",
            "Juli",
            "Augustus",
            "September",
            "Oktober",
            "November",
            "December",
        ],
        [
            "Maandag",
            "Dinsdag",
            "Woensdag",
            "Donderdag",
            "Vrijdag",
            "Zaterdag",
            "Zondag",
        ],
    ),
    (
        "pl",
        [
            "Styczeń",
            "Luty",
            "Marzec",
            "Kwiecień",
            "Maj",
            "Czerwiec",
            "Lipiec",
            "Sierpień",
            "Wrzesień",
            "Październik",
            "Listopad",
            "Grudzień",
        ],
        [
            "Poniedziałek",
            "Wtorek",
            "Środa",
            "Czwartek",
            "Piątek",
            "Sobota",
            "Niedziela",
        ],
    ),
    (
        "tr",
        [
            "Ocak", "Şubat", "Mart", "Nisan", "Mayıs", "Haziran", "Temmuz", "Ağustos", "Eylül",
            "Ekim", "Kasım", "Aralık",
        ],
        [
            "Pazartesi",
            "Salı",
            "Çarşamba",
            "Perşembe",
            "Cuma",
            "Cumartesi",
            "Pazar",
        ],
    ),
    (
        "ru",
        [
            "Январь",
            "Февраль",
            "Март",
            "Апрель",
            "Май",
            "Июнь",
            "Июль",
            "Август",
            "Сентябрь",
            "Октябрь",
            "Ноябрь",
            "Декабрь",
        ],
        [
            "Понедельник",
            "Вторник",
            "Среда",
            "Четверг",
            "Пятница",
            "Суббота",
            "Воскресенье",
        ],
    ),
    (
        "uk",
        [
            "Січень",
            "Лютий",
            "Березень",
            "Квітень",
            "Травень",
            "Червень",
            "Липень",
            "Серпень",
            "Вересень",
            "Жовтень",
            "Листопад",
            "Грудень",
        ],
        [
            "Понеділок",
            "Вівторок",
            "Середа",
            "Четвер",
            "П’ятниця",
            "Субота",
            "Неділя",
        ],
    ),
    (
        "ja",
        [
            "1月", "2月", "3月", "4月", "5月", "6月", "7月", "8月", "9月", "10月", "11月", "12月",
        ],
        ["月", "火", "水", "木", "金", "土", "日"],
    ),
    (
        "zh",
        [
            "一月",
            "二月",
            "三月",
            "四月",
            "五月",
            "六月",
            "七月",
            "八月",
            "九月",
            "十月",
            "十一月",
            "十二月",
        ],
        ["周一", "周二", "周三", "周四", "周五", "周六", "周日"],
    ),
    (
        "ko",
        [
            "1월", "2월", "3월", "4월", "5월", "6월", "7월", "8월", "9월", "10월", "11월", "12월",
        ],
        ["월", "화", "수", "목", "금", "토", "일"],
    ),
    (
        "he",
        [
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
        ],
        ["שני", "שלישי", "רביעי", "חמישי", "שישי", "שבת", "ראשון"],
    ),
    (
        "ar",
        [
            "يناير",
            "فبراير",
            "مارس",
            "أبريل",
            "مايو",
            "يونيو",
            "يوليو",
            "أغسطس",
            "سبتمبر",
            "أكتوبر",
            "نوفمبر",
            "ديسمبر",
        ],
        [
            "الاثنين",
            "الثلاثاء",
            "الأربعاء",
            "الخميس",
            "الجمعة",
            "السبت",
            "الأحد",
        ],
    ),
    (
        "hi",
        [
            "जनवरी",
            "फ़रवरी",
            "मार्च",
            "अप्रैल",
            "मई",
            "जून",
            "जुलाई",
            "अगस्त",
            "सितंबर",
            "अक्टूबर",
            "नवंबर",
            "दिसंबर",
        ],
        [
            "सोमवार",
            "मंगलवार",
            "बुधवार",
            "गुरुवार",
            "शुक्रवार",
            "शनिवार",
            "रविवार",
        ],
    ),
];

/// Returns the months and weekdays of a language, English where it is not known.
pub fn names(language: &str) -> (&'static [&'static str; 12], &'static [&'static str; 7]) {
    let row = NAMES
        .iter()
        .find(|(code, _, _)| *code == language)
        .unwrap_or(&NAMES[0]);
    (&row.1, &row.2)
}

/// Returns the usual abbreviation of a weekday (0 is Monday).
pub fn abbreviated(language: &str, day: u32) -> &'static str {
    crate::tongue::Tongue::of(language).weekdays()[day as usize % 7]
}

/// Returns a month's name in `n` letters at most.
pub fn short(name: &str, n: usize) -> String {
    name.chars().take(n).collect()
}

/// Returns the sign of a weekday's name that stands for it where there is room for one: the first, but behind the Arabic
/// article, and the last of Chinese names, which all begin alike.
pub fn initial(name: &str) -> String {
    let bare = name.strip_prefix("ال").unwrap_or(name);
    let sign = if name.starts_with(['周', '週', '星']) {
        name.chars().next_back()
    } else {
        bare.chars().next()
    };
    sign.map(String::from).unwrap_or_default()
}

/// Returns the number of days of a month (0 is January).
pub fn month_length(year: u32, month: u32) -> u32 {
    match month {
        1 => 28 + u32::from(is_leap(year)),
        3 | 5 | 8 | 10 => 30,
        _ => 31,
    }
}

fn is_leap(year: u32) -> bool {
    (year.is_multiple_of(4) && !year.is_multiple_of(100)) || year.is_multiple_of(400)
}

/// Returns the weekday of the first of a month, 0 for Monday.
pub fn weekday(year: u32, month: u32) -> u32 {
    let before = year.max(1) - 1;
    let days: u32 = before * 365 + before / 4 - before / 100
        + before / 400
        + (0..month).map(|m| month_length(year, m)).sum::<u32>();
    // The first of January of the year 1 was a Monday.
    days % 7
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weekdays_are_shortened_as_their_language_does() {
        for (language, monday, sign) in [
            ("en", "Mon", "M"),
            ("de", "Mo", "M"),
            ("ru", "Пн", "П"),
            ("he", "ב׳", "ש"),
            ("ar", "الإثنين", "ا"),
            ("zh", "一", "一"),
        ] {
            assert_eq!(abbreviated(language, 0), monday, "{language}");
            assert_eq!(initial(names(language).1[0]), sign, "{language}");
        }
        assert_eq!(initial(names("ar").1[3]), "خ");
    }

    #[test]
    fn months_start_on_their_weekday() {
        for (year, month, first, length) in [
            (2026, 10, 6, 30),
            (2027, 2, 0, 31),
            (2024, 1, 3, 29),
            (1900, 1, 3, 28),
            (2000, 0, 5, 31),
        ] {
            assert_eq!(
                (weekday(year, month), month_length(year, month)),
                (first, length),
                "{year}-{month}"
            );
        }
    }
}
