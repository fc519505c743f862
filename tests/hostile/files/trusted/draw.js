window.own = 'é </scr' + 'ipt>';
// </script>
