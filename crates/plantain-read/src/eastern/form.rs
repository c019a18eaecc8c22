//! Forms in Chinese, Japanese and Korean: "标题 欢迎回来，邮箱和密码输入框".

use crate::{Brief, Literal, Origin, Role, Span};

/// Words before a title.
const TITLES: &[&str] = &[
    "标题",
    "標題",
    "题目",
    "タイトル",
    "見出し",
    "제목",
    "타이틀",
];
/// Words that join two names of fields.
const JOINTS: &[&str] = &["和", "与", "及", "と", "과 ", "와 ", " 및 "];
/// What a field is called, behind its name.
const BOXES: &[&str] = &[
    "输入框",
    "栏位",
    "栏",
    "の入力欄",
    "入力欄",
    "欄",
    " 입력란",
    " 입력창",
    "입력란",
];
/// Characters of a field's name, at least and at most.
const NAME: std::ops::RangeInclusive<usize> = 2..=8;

/// Takes the word for a title off the title, and parts fields that are told together.
pub(super) fn settle(brief: &mut Brief) {
    let literals = std::mem::take(&mut brief.literals);
    let whole = brief.pairs.is_empty() && brief.lists.is_empty() && brief.links.is_empty();
    for mut literal in literals.clone() {
        if literal.origin == Origin::Quoted || !whole {
            brief.literals.push(literal);
            continue;
        }
        if let Some(span) = titled(&brief.prompt, &literal.span) {
            literal.text = brief.prompt[span.clone()].to_owned();
            literal.span = span;
            literal.role = Role::Title;
            brief.literals.push(literal);
        } else if literal.role == Role::Field {
            let (first, second) = fields(&brief.prompt, literal.span.clone());
            let own = std::iter::once(first).chain(second).map(|span| Literal {
                text: brief.prompt[span.clone()].to_owned(),
                span,
                ..literal.clone()
            });
            brief.literals.extend(own);
        } else {
            brief.literals.push(literal);
        }
    }
}

/// The words behind the word for a title, where a text begins with it.
fn titled(prompt: &str, span: &Span) -> Option<Span> {
    let text = &prompt[span.clone()];
    let rest = TITLES.iter().find_map(|word| text.strip_prefix(word))?;
    let words = rest.trim_start_matches([' ', '　', ':', '：', 'は', '은', '는']);
    (!words.is_empty() && words.len() < rest.len()).then(|| span.end - words.len()..span.end)
}

/// The names of the one or two fields that a text tells, without the word for a field.
fn fields(prompt: &str, span: Span) -> (Span, Option<Span>) {
    let text = &prompt[span.clone()];
    let bare = BOXES
        .iter()
        .find_map(|end| text.strip_suffix(end))
        .filter(|bare| !bare.is_empty())
        .unwrap_or(text);
    let parted = JOINTS.iter().find_map(|joint| {
        let at = bare.find(joint)?;
        let (one, other) = (&bare[..at], &bare[at + joint.len()..]);
        let named = |name: &str| NAME.contains(&name.trim().chars().count());
        (named(one) && named(other)).then_some((at, at + joint.len()))
    });
    let start = span.start;
    match parted {
        Some((end, next)) => (start..start + end, Some(start + next..start + bare.len())),
        None => (start..start + bare.len(), None),
    }
}

#[cfg(test)]
mod tests {
    use crate::Role;
    use crate::outline::check_texts;

    #[test]
    fn fields_told_together_are_parted() {
        check_texts(&[
            (
                "登录界面：标题 欢迎回来，邮箱和密码输入框，登录按钮",
                &[
                    (Role::Title, "欢迎回来"),
                    (Role::Field, "邮箱"),
                    (Role::Field, "密码"),
                    (Role::Button, "登录"),
                ],
            ),
            (
                "ログイン画面：タイトル おかえりなさい、メールとパスワードの入力欄、ログインボタン",
                &[
                    (Role::Title, "おかえりなさい"),
                    (Role::Field, "メール"),
                    (Role::Field, "パスワード"),
                    (Role::Button, "ログイン"),
                ],
            ),
            (
                "로그인 화면: 제목 환영합니다, 이메일과 비밀번호 입력란, 로그인 버튼",
                &[
                    (Role::Title, "환영합니다"),
                    (Role::Field, "이메일"),
                    (Role::Field, "비밀번호"),
                    (Role::Button, "로그인"),
                ],
            ),
        ]);
    }
}
