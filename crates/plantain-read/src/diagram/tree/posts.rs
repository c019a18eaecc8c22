//! Posts and departments before the names of an org chart, where neither a capital nor a known word tells them apart:
//! "Vertrieb Jonas Weiß", "영업 이준호", "销售部王强".

use crate::literals::capitalized;
use crate::reader::Reader;

/// Members of which all must be told alike, at least.
const MEMBERS_MIN: usize = 3;

/// Signs that close a post in Chinese and Japanese.
const CLOSING: &[char] = &[
    '部', '长', '長', '理', '监', '任', '管', '裁', '事', '员', '係', '課',
];

/// Letters of a Chinese or Japanese name.
const NAME_SIGNS: std::ops::RangeInclusive<usize> = 2..=6;

/// Parts the posts from the names when every member has one.
pub(super) fn part(reader: &mut Reader<'_>) {
    let language = reader.brief.language.0.clone();
    let named = match language.as_str() {
        // A name is one word.
        "zh" | "ja" | "ko" => 1,
        _ => 2,
    };
    let bare = |reader: &Reader<'_>| -> Vec<usize> {
        (0..reader.brief.tree.len())
            .filter(|&at| reader.brief.tree[at].post.is_none())
            .collect()
    };
    for at in bare(reader) {
        if let Some(cut) = headed(&reader.brief.tree[at].text) {
            part_at(reader, at, cut);
        }
    }
    let bare = bare(reader);
    if bare.len() + 1 >= MEMBERS_MIN {
        for &at in &bare {
            part_at_dash(reader, at);
        }
    }
    let bare: Vec<usize> = bare
        .into_iter()
        .filter(|&at| reader.brief.tree[at].post.is_none())
        .collect();
    if named > 1 && names_lead(reader, &bare) {
        for at in bare {
            part_behind(reader, at);
        }
        return;
    }
    let cuts: Option<Vec<usize>> = bare
        .iter()
        .map(|&at| cut(&reader.brief.tree[at].text, named))
        .collect();
    let Some(cuts) = cuts.filter(|_| reader.brief.tree.len() >= MEMBERS_MIN) else {
        return;
    };
    for (at, cut) in bare.into_iter().zip(cuts) {
        part_at(reader, at, cut);
    }
}

/// "Anna Nowak dyrektor, Ewa Lis marketing": whether first and last names lead in the posts behind them. One post at
/// least must be told by a small letter, capitals only or a known word, and none may lead.
fn names_lead(reader: &Reader<'_>, bare: &[usize]) -> bool {
    let told_post = |word: &str| {
        let capitals = word.chars().count() > 1 && word.chars().all(char::is_uppercase);
        capitals || word.starts_with(char::is_lowercase) || crate::posts::is_post(word)
    };
    let texts = || bare.iter().map(|&at| reader.brief.tree[at].text.as_str());
    let names = |text: &str| {
        let mut words = text.split(' ');
        let capital = |word: Option<&str>| {
            word.is_some_and(|word| word.starts_with(char::is_uppercase) && !told_post(word))
        };
        capital(words.next()) && capital(words.next())
    };
    texts().all(names) && texts().any(|text| text.split(' ').nth(2).is_some_and(told_post))
}

/// Parts one member behind its first and last name: the post is what follows.
fn part_behind(reader: &mut Reader<'_>, at: usize) {
    let branch = &mut reader.brief.tree[at];
    let Some((cut, _)) = branch.text.match_indices(' ').nth(1) else {
        return;
    };
    let post = branch.text.split_off(cut);
    branch.post = Some(capitalized(post.trim()));
    if let Some(literal) = branch.literal {
        let literal = &mut reader.brief.literals[literal];
        literal.span.end = literal.span.start + cut;
        literal.text.clone_from(&branch.text);
    }
}

/// Parts one member at a byte of its text: the post before it, the name behind it.
fn part_at(reader: &mut Reader<'_>, at: usize, cut: usize) {
    let branch = &mut reader.brief.tree[at];
    let name = branch.text.split_off(cut);
    let post = std::mem::replace(&mut branch.text, name);
    branch.post = Some(capitalized(post.trim()));
    let Some(literal) = branch.literal else {
        return;
    };
    let literal = &mut reader.brief.literals[literal];
    literal.span.start += cut;
    literal.text.clone_from(&reader.brief.tree[at].text);
}

/// "Grill - Tom", "Programs: S. Mbeki": a dash between blanks or a colon parts the post from the name.
fn part_at_dash(reader: &mut Reader<'_>, at: usize) {
    let text = reader.brief.tree[at].text.clone();
    let literal = reader.brief.tree[at].literal;
    if literal.is_some_and(|at| reader.brief.literals[at].origin == crate::Origin::Quoted) {
        return;
    }
    let Some(dash) = [" - ", " – ", " — ", ": "]
        .into_iter()
        .find(|dash| text.matches(dash).count() == 1)
    else {
        return;
    };
    let Some(cut) = text.find(dash) else { return };
    let name = cut + dash.len();
    if cut == 0 || name >= text.len() {
        return;
    }
    part_at(reader, at, name);
    reader.brief.tree[at].post = Some(capitalized(text[..cut].trim()));
}

/// "Head of Sales Jon Ek": where the name begins behind a post that says of what; the name has two words.
fn headed(text: &str) -> Option<usize> {
    let words: Vec<&str> = text.split(' ').collect();
    let [post, of, .., first, last] = words.as_slice() else {
        return None;
    };
    let told = crate::posts::is_post(post)
        && matches!(*of, "of" | "for")
        && words.len() >= 5
        && [first, last]
            .iter()
            .all(|name| name.starts_with(char::is_uppercase));
    told.then(|| text.len() - first.len() - last.len() - 1)
}

/// Where the name begins, in bytes.
fn cut(text: &str, named: usize) -> Option<usize> {
    let words: Vec<&str> = text.split(' ').collect();
    // "Ms. Wong (Curriculum)", "Year 5 Lead": no post stands before a name here.
    let other = words[0].ends_with('.') || text.contains(|c: char| c == '(' || c.is_ascii_digit());
    if words.len() > named && !other {
        let name = words[words.len() - named..].join(" ");
        return Some(text.len() - name.len());
    }
    let (at, sign) = text.char_indices().rfind(|(_, c)| CLOSING.contains(c))?;
    let name = at + sign.len_utf8();
    NAME_SIGNS
        .contains(&text[name..].chars().count())
        .then_some(name)
}

/// What puts the members behind it under another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Lead {
    /// "under Anna", "reporting to her": whom, stands behind these many tokens.
    Under(usize),
    /// "그 아래", "altında": the one before is meant.
    UnderIt(usize),
}

/// The words at `at` that put what follows under another.
pub(super) fn lead(reader: &Reader<'_>, at: usize) -> Option<Lead> {
    let and = usize::from(reader.key(at) == "and");
    let from = at + and;
    // "below: Math, Arts"
    if matches!(
        reader.key(from),
        "under" | "below" | "beneath" | "underneath"
    ) && reader.sep(from + 1, crate::tokens::Sep::Colon)
    {
        return Some(Lead::UnderIt(and + 2));
    }
    match (reader.key(from), reader.key(from + 1)) {
        ("under" | "below" | "beneath" | "reporting", next) => {
            Some(Lead::Under(and + 1 + usize::from(next == "to")))
        }
        ("@under", _) => Some(Lead::UnderIt(and + 1)),
        ("it" | "them" | "her" | "his" | "their", "@under") => Some(Lead::UnderIt(and + 2)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use crate::read;

    #[test]
    fn posts_are_parted_from_names_abroad() {
        for (prompt, want) in [
            (
                "Organigramm: Geschäftsführerin Petra Lang, darunter Vertrieb Jonas Weiß, Technik Mia Koch, Finanzen Ali Demir",
                [
                    "Geschäftsführerin/Petra Lang",
                    "Vertrieb/Jonas Weiß",
                    "Technik/Mia Koch",
                ],
            ),
            (
                "organizasyon şeması: Genel Müdür Ayşe Kaya, altında Satış Tolga Demir, Teknik Mine Koç, Finans Ali Şahin",
                [
                    "Genel Müdür/Ayşe Kaya",
                    "Satış/Tolga Demir",
                    "Teknik/Mine Koç",
                ],
            ),
            (
                "조직도: 대표 김하나, 그 아래 영업 이준호, 개발 박민지, 재무 최영수",
                ["대표/김하나", "영업/이준호", "개발/박민지"],
            ),
            (
                "组织架构图:总经理李娜,下设销售部王强、技术部赵敏、财务部陈亮",
                ["总经理/李娜", "销售部/王强", "技术部/赵敏"],
            ),
            (
                "組織図：社長 山田花子、その下に営業 佐藤健、開発 鈴木美咲、経理 田中亮",
                ["社長/山田花子", "営業/佐藤健", "開発/鈴木美咲"],
            ),
            (
                "organigram: prezes Ewa Król, pod nią sprzedaż Jan Lis, finanse Anna Wójcik, kadry Piotr Bąk",
                ["Prezes/Ewa Król", "Sprzedaż/Jan Lis", "Finanse/Anna Wójcik"],
            ),
            (
                "organigrama: directora Ana Ruiz, debajo ventas Tomás Gil, tecnología Mía Soto, finanzas Alí Vega",
                [
                    "Directora/Ana Ruiz",
                    "Ventas/Tomás Gil",
                    "Tecnología/Mía Soto",
                ],
            ),
            (
                "organigram: Anna Nowak dyrektor; pod nią Piotr Zając sprzedaż, Ewa Lis marketing, Jan Kot IT",
                [
                    "Dyrektor/Anna Nowak",
                    "Sprzedaż/Piotr Zając",
                    "Marketing/Ewa Lis",
                ],
            ),
            (
                "Organigramm: Anna Nowak Direktorin; darunter Peter Hase Vertrieb, Eva Fuchs Marketing",
                [
                    "Direktorin/Anna Nowak",
                    "Vertrieb/Peter Hase",
                    "Marketing/Eva Fuchs",
                ],
            ),
            (
                "org chart: Maria Lund head of school; below her Ed Poe maths, Ida Kern languages",
                [
                    "Head of school/Maria Lund",
                    "Maths/Ed Poe",
                    "Languages/Ida Kern",
                ],
            ),
            (
                "org chart: Principal Ana Ruiz; under her Head of Science Leo Park, Head of Arts Mia Grant, Head of Sport Dan Cole",
                [
                    "Principal/Ana Ruiz",
                    "Head of Science/Leo Park",
                    "Head of Arts/Mia Grant",
                ],
            ),
            (
                "组织结构图:总经理 王伟;下属 市场部 李娜、技术部 张强、财务部 陈静",
                ["总经理/王伟", "市场部/李娜", "技术部/张强"],
            ),
        ] {
            let brief = read(prompt);
            let told: Vec<String> = brief
                .tree
                .iter()
                .map(|b| format!("{}/{}", b.post.as_deref().unwrap_or("-"), b.text))
                .collect();
            assert_eq!(told[..3], want, "{prompt}");
            assert!(
                brief.tree[1..].iter().all(|b| b.parent == Some(0)),
                "{prompt}"
            );
        }
    }
}
