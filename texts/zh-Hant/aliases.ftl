# 記住的叫法：單元的別名、自己的說法
aliases-first = 🔖 記住的叫法 { $n } 個
aliases-none = 還沒有記住的叫法。寫的單元名不在名冊裡、或一個數表裡沒有時，答過一次就記住。
alias-row = 「{ $word }」＝{ $unit }（{ $by } { $day }）
alias-row-chat = 「{ $word }」＝{ $unit }（{ $chat }，{ $by } { $day }）
word-row = 「{ $phrase }」＝{ $indicator }（只對您）
aliases-how = 點按鈕就不再這樣認；也可以發：別名 刪 { $word }
button-alias-drop = 刪 { $word }
alias-revoked = 好，「{ $word }」不再這樣認，下次再問
alias-unknown = 這個叫法已經不在了。
alias-not-there = 沒有記住「{ $word }」。看全部發 /aliases。
alias-several = 「{ $word }」不止一處，發 /aliases 點要刪的那個。
alias-not-yours = 沒有刪：這個叫法由教的人或這個單位的人來定。
word-learned = 記住了：您寫「{ $phrase }」就是{ $indicator }。不對就發 /aliases 刪掉。
report-read-as = 「{ $quote }」按您上次說的記為{ $indicator }
report-unit-near = ❓ 「{ $written }」是{ $unit }嗎？
    答過就記住。
button-unit-yes = 是
button-unit-other = 別的單元
button-unit-no = 不是，不報了
unit-other-toast = 請說是哪個單元
