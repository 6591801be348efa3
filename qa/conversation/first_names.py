"""First names that are nearly always a man's, or a woman's, in the news of many countries, and the
words for men and women. Data, no logic."""

MEN = frozenset(
    """
    mr sir king prince sheikh pope father son husband brother uncle widower boy man actor
    spokesman chairman aaron abdul abdullah adam ahmad ahmed alan albert alberto aleksandr
    alejandro alexander alfred ali amir anders andre andrei andrew anthony antonio arthur arvid
    august axel barry ben benjamin bernard bill bjorn bob boris brian bruce bruno carl carlos
    charles chris christian christopher clive colin colm craig dan daniel dave david dennis
    diego dieter dimitri dmitry donald douglas edgar eduardo edward edwin emil emmanuel enrique
    eric erik ernest ernst eugene fernando felix francisco francois frank frederick fredrik
    friedrich gary george gerald gerard gerhard giovanni giuseppe gordon graham greg gregory
    guido gunnar gustav hakan hamid hans harold harry hassan heinrich helmut henri henry herbert
    hermann hiroshi howard hugh hugo hulusi hussein ian ibrahim igor ivan jack jacob jacques
    jaime james jan jason javier jeff jeffrey jeremy jerome jerry jim jimmy joachim joao joe
    johan johann john johnny jonas jonathan jorge jose joseph joshua juan julian julio jurgen
    justin karl keith ken kenji kenneth kevin khalid klaus kurt lars larry laurent lawrence leo
    leon leonard leonid louis luc luca lucas luigi luis magnus manfred manuel marc marcel marco
    marcus mario mark markus martin mathias matthew maurice max mehmet michael michel miguel
    mike mikhail mohamed mohammad mohammed muhammad mustafa nathan neil nicholas nicolas nigel
    nikolai nils norman olaf oleg oliver omar oscar oskar otto pablo patrick paul pavel pedro
    peter phil philip philippe pierre pieter quentin rafael ralph ramon raymond recep ricardo
    richard robert roberto rodrigo roger roland ronald rupert russell salman samuel scott sean
    sebastian sergei sergey sergio simon spencer stefan stephen steve steven stuart ted terry
    theodore thomas tim timothy toby tom tomas tony torsten tyler uwe vincent viktor vladimir
    walter werner wilhelm willem william winston wolfgang xavier yasar youssef yuri yusuf
    zachary
    """.split()
)

WOMEN = frozenset(
    """
    mrs ms miss queen princess mother daughter wife sister aunt widow girl woman actress
    spokeswoman chairwoman abigail agnes aisha alice alicia alison amanda amelia amina amy ana
    andrea angela anita ann anna anne annette annie astrid audrey barbara beata beatrice beatriz
    berit bertha birgit bridget brigitte camilla camille carla carmen carol caroline caterina
    catherine cecilia charlotte chiara christina christine claire clara clare claudia cristina
    daniela deborah denise diana diane dolores dorothea dorothy edith eileen elaine eleanor
    elena elisabeth elise elizabeth ella ellen elsa emily emma erica erika esther eva evelyn
    fatima fatma fiona florence frances francesca freya gabriela gabrielle gerda gertrude gisela
    gloria grace greta gretchen hannah harriet hazel heather heidi helen helena helga henrietta
    hilary hilda ida ines ingrid irene iris irina isabel isabella ivana jacqueline jane janet
    janice jasmine jean jennifer jenny jessica joan joanna josephine joyce judith julia juliana
    julie june karen karin karla katarina kate katherine kathleen katja katrina kirsten kristin
    laura lauren laila layla lena leila leonora leyla liliana lilian linda lisa louise lucia
    lucy luisa lydia magdalena maja margaret margarita maria mariam marianne marie marina
    marlene marta martha mary matilda maud megan melanie melissa mercedes mia michelle miriam
    mona monica nadia nancy naomi natalia natalie natasha nathalie nicola nicole nina nora norma
    olga olivia pamela patricia paula pauline penelope petra phyllis priscilla rachel rebecca
    renata rita rosa rosie rosalind rose rosemary ruth sabine samira sandra sara sarah sheila
    shirley silvia simone sofia sonia sophia sophie stella stephanie susan susanna svetlana
    sylvia tamara tanya tatiana teresa theresa tina ursula valentina valerie vanessa vera
    veronica victoria viktoria virginia vivian wendy wilma yasmin yolanda yvonne zahra zoe
    """.split()
)
