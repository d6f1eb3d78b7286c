# 记住的叫法：单元的别名、自己的说法
aliases-first = 🔖 记住的叫法 { $n } 个
aliases-none = 还没有记住的叫法。写的单元名不在名册里、或一个数表里没有时，答过一次就记住。
alias-row = 「{ $word }」＝{ $unit }（{ $by } { $day }）
alias-row-chat = 「{ $word }」＝{ $unit }（{ $chat }，{ $by } { $day }）
word-row = 「{ $phrase }」＝{ $indicator }（只对您）
aliases-how = 点按钮就不再这样认；也可以发：别名 删 { $word }
button-alias-drop = 删 { $word }
alias-revoked = 好，「{ $word }」不再这样认，下次再问
alias-unknown = 这个叫法已经不在了。
alias-not-there = 没有记住「{ $word }」。看全部发 /aliases。
alias-several = 「{ $word }」不止一处，发 /aliases 点要删的那个。
alias-not-yours = 没有删：这个叫法由教的人或这个单位的人来定。
word-learned = 记住了：您写「{ $phrase }」就是{ $indicator }。不对就发 /aliases 删掉。
report-read-as = 「{ $quote }」按您上次说的记为{ $indicator }
report-unit-near = ❓ 「{ $written }」是{ $unit }吗？
    答过就记住。
button-unit-yes = 是
button-unit-other = 别的单元
button-unit-no = 不是，不报了
unit-other-toast = 请说是哪个单元
